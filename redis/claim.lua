-- Asks for a push, and claims it where nobody has. Gives nothing where it is the caller's, also by an earlier call whose reply was
-- lost; else what is known of it: "?…" is somebody else's claim, "=…" the answer.
-- KEYS: the push. ARGV: the claim, and how long it holds, in milliseconds.
local known = redis.call('GET', KEYS[1])
if known and known ~= ARGV[1] then return known end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return false
