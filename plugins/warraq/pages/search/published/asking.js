import{parts as s}from"./search.js";export const{asking}=s["asking.js"];
