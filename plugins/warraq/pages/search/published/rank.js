import{parts as s}from"./search.js";export const{matches,places,count,newest,rank,guesses}=s["rank.js"];
