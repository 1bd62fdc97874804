import{parts as e}from"./search.js";export const{sieve}=e["sieve.js"];
