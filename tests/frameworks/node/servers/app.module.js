import "reflect-metadata";
import { Module } from "@nestjs/common";

export class AppModule {}
Module({})(AppModule);
