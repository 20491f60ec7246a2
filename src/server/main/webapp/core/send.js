// @ts-check

/**
 * An answer of the server: its status, 0 if there was none; its JSON; what it says is wrong; and how many milliseconds it
 * asks to wait before the next attempt.
 * @typedef {{status: number, data: any, detail: string, wait: number}} Reply
 */

/**
 * Sends a request and waits for the answer, 30 seconds at most. It never throws.
 * @param {'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} method
 * @param {string} path such as `api/session`
 * @param {object} [body] what becomes JSON
 * @param {AbortSignal} [signal]
 * @returns {Promise<Reply>}
 */
export async function send(method, path, body, signal = AbortSignal.timeout(30_000)) {
  try {
    const response = await fetch(new URL(`../${path}`, import.meta.url), {
      method,
      headers: body && { 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
      signal,
    });
    // The error page of something in between is no JSON; but what was cut off is no answer, even within its head.
    const data = await response.json().catch((cut) => (response.ok && response.status !== 204 && response.headers.get('Content-Length') !== '0' ? Promise.reject(cut) : {}));
    const wait = 1000 * (Number(response.headers.get('Retry-After')) || 0);
    return { status: response.status, data, detail: String(data.detail ?? ''), wait };
  } catch {
    return { status: 0, data: {}, detail: '', wait: 0 };
  }
}
