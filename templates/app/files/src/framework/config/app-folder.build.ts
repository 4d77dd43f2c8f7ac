export const text = () => 'export const appFolder = import.meta.dirname'
