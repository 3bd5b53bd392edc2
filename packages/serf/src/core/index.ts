export * from './coordinate.js';
export * from './vivaldi.js';
