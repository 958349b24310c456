import Testing
@testable import Reader
@Test func keysAreThere() { #expect(!keyReference(.english).isEmpty) }
