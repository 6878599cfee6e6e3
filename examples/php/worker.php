<?php

// Does the jobs that fleet.php queues, each at least once: WXSEAL_REDIS=redis://127.0.0.1:6379 php worker.php. Run several.
// A worker may die after a job was done and before that is acknowledged, and then another does it again. Who must not notes
// $push in one transaction with what the job does, and looks there first.

declare(strict_types=1);

const STREAM = '{wxseal}:jobs';
const GROUP = 'workers';

$me = gethostname() . '-' . getmypid();
// Longer than any job takes: what somebody took before that was left behind.
$leftMs = getenv('WXSEAL_LEFT_MS') ?: '60000';
$url = parse_url(getenv('WXSEAL_REDIS') ?: 'redis://127.0.0.1:6379');
$redis = new Redis();
$redis->connect($url['host'], $url['port'] ?? 6379);
$redis->setOption(Redis::OPT_READ_TIMEOUT, 10);
// An error where the group is there already.
$redis->rawCommand('XGROUP', 'CREATE', STREAM, GROUP, '0', 'MKSTREAM');

for (;;) {
    $left = $redis->rawCommand('XAUTOCLAIM', STREAM, GROUP, $me, $leftMs, '0', 'COUNT', '10');
    $block = (string) min((int) $leftMs, 5000);
    $new = $redis->rawCommand('XREADGROUP', 'GROUP', GROUP, $me, 'COUNT', '10', 'BLOCK', $block, 'STREAMS', STREAM, '>');
    foreach ([...$left[1], ...$new[0][1] ?? []] as [$id, [, $push, , $job]]) {
        try {
            echo "$job, for $push\n";
        } catch (Exception $exception) {
            error_log("$id is tried again later: $exception");
            continue;
        }
        $redis->multi()->xAck(STREAM, GROUP, [$id])->xDel(STREAM, [$id])->exec();
    }
}
