import { main } from './program.ts';

try {
  process.exitCode = main(process.argv.slice(2), {
    folder: process.cwd(),
    print: (text) => process.stdout.write(`${text}\n`),
    complain: (text) => process.stderr.write(`${text}\n`),
  });
} catch (error) {
  process.stderr.write(
    `Lỗi của chương trình gen, không phải của dữ liệu. Xin gửi đoạn dưới đây cho người phụ trách:\n`,
  );
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 3;
}
