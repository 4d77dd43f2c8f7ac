const ofPackages = /node_modules|\.bundle\.js$/

/** Whether the place of a call is not the app's own. In a build, packages are what leads to no source. */
export const isOfPackages = (path: string) => ofPackages.test(path)
