import { connect } from 'node:net';

export interface RawAnswer {
  status: number;
  headers: string;
  body: string;
}

/** Sends bytes as they are, so that a test can say what no proper client would, and reads until the end. */
export function sendRaw(port: number, text: string): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let received = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      received += chunk;
    });
    socket.on('error', reject);
    socket.on('close', () => {
      const [headers = '', ...rest] = received.split('\r\n\r\n');
      resolve({ status: Number(headers.split(' ')[1] ?? 0), headers, body: rest.join('\r\n\r\n') });
    });
  });
}
