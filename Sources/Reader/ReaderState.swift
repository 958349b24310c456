import Display
import Stories
