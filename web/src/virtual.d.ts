// Modules that the build makes.
declare module "virtual:lessons" {
  const lessons: import("./lessons").Lesson[];
  export default lessons;
}
declare const __DEV__: boolean;
