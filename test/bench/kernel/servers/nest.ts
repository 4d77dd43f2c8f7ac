import 'reflect-metadata'

import { Body, Controller, Get, HttpCode, Module, Post, ValidationPipe } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { Type } from 'class-transformer'
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsEmail,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator'

class Customer {
  @IsString() @Length(1, 100) name!: string
  @IsEmail() email!: string
  @Matches(/^\+?[0-9 ]{6,20}$/) phone!: string
}

class Address {
  @IsString() @MinLength(1) street!: string
  @IsString() @MinLength(1) city!: string
  @IsString() @Length(3, 10) postcode!: string
  @IsString() @Length(2, 2) country!: string
}

class Item {
  @Matches(/^[A-Z]{4}-[0-9]{1,4}$/) sku!: string
  @IsInt() @Min(1) @Max(1000) quantity!: number
  @IsNumber() @Min(0) price!: number
}

class Order {
  @ValidateNested() @Type(() => Customer) customer!: Customer
  @ValidateNested() @Type(() => Address) address!: Address
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => Item)
  items!: Item[]
  @IsIn(['card', 'invoice', 'cash']) payment!: string
  @IsOptional() @IsString() @MaxLength(500) note?: string
}

@Controller()
class AppController {
  @Get('hello')
  hello() {
    return { message: 'Hello' }
  }

  @Post('orders')
  @HttpCode(200)
  order(@Body() order: Order) {
    return order
  }
}

@Module({ controllers: [AppController] })
class AppModule {}

const app = await NestFactory.create(AppModule, { logger: false })
app.useGlobalPipes(new ValidationPipe({ transform: true, whitelist: true }))
await app.listen(Number(process.env['PORT']), '127.0.0.1')
