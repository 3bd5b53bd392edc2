/** The name that is printed. */
export const PRODUCT_NAME = 'Konsul';
