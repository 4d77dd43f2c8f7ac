export { ExceptionHandler as default } from '@adonisjs/core/http'
