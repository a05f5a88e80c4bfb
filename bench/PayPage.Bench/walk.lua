-- Walks the paths in a file, one after another; prints what wrk counted in a form that a program can read.
-- wrk ... -s walk.lua <address> -- <file of paths> <prefix>
local requests, at = {}, 0

function init(args)
  for path in io.lines(args[1]) do
    requests[#requests + 1] = wrk.format("GET", args[2] .. path)
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency, _)
  local e = summary.errors
  io.write(string.format(
    "COUNTED requests=%d microseconds=%d bytes=%d not2xx=%d connect=%d read=%d write=%d timeout=%d p50=%d p99=%d max=%d\n",
    summary.requests, summary.duration, summary.bytes, e.status, e.connect, e.read, e.write, e.timeout,
    latency:percentile(50), latency:percentile(99), latency.max))
end
