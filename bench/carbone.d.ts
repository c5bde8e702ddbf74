declare module 'carbone' {
  const carbone: {
    render(
      template: string,
      data: object,
      done: (error: Error | null, result: Buffer | string, name: string) => void,
    ): void;
  };
  export default carbone;
}
