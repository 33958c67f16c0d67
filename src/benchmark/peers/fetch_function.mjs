// The same calls in Node.js with fetch, as a Lambda function would make them.
const { GENESYS_LOGIN_URL: login, GENESYS_API_URL: api, AWS_LAMBDA_RUNTIME_API: runtime } = process.env
const basic = Buffer.from(`${process.env.GENESYS_CLIENT_ID}:${process.env.GENESYS_CLIENT_SECRET}`).toString('base64')
const token = { ends: 0 }

async function read(answer) {
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`)
  return answer.json()
}

async function logIn() {
  const body = await read(await fetch(`${login}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
    signal: AbortSignal.timeout(3000),
  }))
  Object.assign(token, { value: body.access_token, ends: Date.now() + (body.expires_in - 60) * 1000 })
}

async function call(method, path, body) {
  if (token.ends < Date.now()) await logIn()
  return read(await fetch(api + path, {
    method,
    headers: { authorization: `Bearer ${token.value}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(3000),
  }))
}

async function find(email) {
  const query = [{ fields: ['email'], type: 'EXACT', value: email }]
  const { results } = await call('POST', '/api/v2/users/search', { query, pageSize: 25, pageNumber: 1 })
  return results.find(user => user.email.toLowerCase() === email.toLowerCase()).id
}

async function handle(event) {
  const body = JSON.parse(event.body)
  const userId = body.userId ?? await find(body.email)
  const started = await call('POST', '/api/v2/cobrowse/sessions', { userId, type: 'standard' })
  const fetched = await call('GET', `/api/v2/cobrowse/sessions/${encodeURIComponent(started.id)}`)
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' }
  return { statusCode: 201, headers, body: JSON.stringify({ ...started, ...fetched, fetched: true }) }
}

await logIn()
for (;;) {
  const invocation = await fetch(`http://${runtime}/2018-06-01/runtime/invocation/next`)
  const answer = await handle(await invocation.json())
  const id = invocation.headers.get('lambda-runtime-aws-request-id')
  await (await fetch(`http://${runtime}/2018-06-01/runtime/invocation/${id}/response`, {
    method: 'POST',
    body: JSON.stringify(answer),
  })).arrayBuffer()
}
