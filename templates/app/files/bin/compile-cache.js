// Loaded before everything else: Node then keeps compiled code between starts, the program's included.
import { enableCompileCache } from 'node:module'

enableCompileCache('node_modules/.cache/node')
