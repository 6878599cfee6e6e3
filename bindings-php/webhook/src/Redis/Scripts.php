<?php

declare(strict_types=1);

namespace Wxseal\Redis;

/**
 * What Redis runs for `RecentKeys`; see the project's folder redis.
 *
 * @internal
 */
final class Scripts
{
    // Written by tools/faces: the scripts.
    const CLAIM = <<<'LUA'
        local known = redis.call('GET', KEYS[1])
        if known and known ~= ARGV[1] then return known end
        redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
        return false
        LUA;
    const ANSWER = <<<'LUA'
        local known = redis.call('GET', KEYS[1])
        if known == ARGV[2] then return 1 end
        if known ~= ARGV[1] then return 0 end
        for job = 4, #ARGV do redis.call('XADD', KEYS[2], '*', 'push', KEYS[1], 'job', ARGV[job]) end
        redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
        return 1
        LUA;
    const RELEASE = <<<'LUA'
        if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
        return redis.call('DEL', KEYS[1])
        LUA;
    // What tools/faces writes ends here.
}
