-- Gives a claim back, so that the next try may come at once. Gives 1; 0 where it was the caller's no longer.
-- KEYS: the push. ARGV: the claim.
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])
