-- Stores the answer of a push and queues its jobs, while the claim is still the caller's. Gives 1, also where an earlier call did it
-- whose reply was lost; 0 where the claim ran out.
-- KEYS: the push, and the stream of jobs. ARGV: the claim, the answer, how long it is kept, in milliseconds, and each job.
local known = redis.call('GET', KEYS[1])
if known == ARGV[2] then return 1 end
if known ~= ARGV[1] then return 0 end
-- Nothing undoes what a script has done, so what can fail comes first.
for job = 4, #ARGV do redis.call('XADD', KEYS[2], '*', 'push', KEYS[1], 'job', ARGV[job]) end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
return 1
