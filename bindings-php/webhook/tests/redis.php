<?php

// Wxseal\Redis\RecentKeys on real servers: one Redis, one behind a proxy that loses what it is told to lose, and a Cluster of
// one. A client that is not there is named as skipped.

declare(strict_types=1);

require __DIR__ . '/redis.inc';

use Wxseal\Redis\RecentKeys;
use Wxseal\Response;

$server = new Server();
$proxy = new Proxy($server->port);
$response = (new Wxseal\Exception\SignatureMismatch())->response();
$other = (new Wxseal\Exception\MalformedQuery())->response();

foreach (clients() as $name => $connect) {
    $direct = fn (mixed ...$options) => new RecentKeys($connect($server->port), ...$options);
    $through = fn (mixed ...$options) => new RecentKeys($connect($proxy->port), ...$options);
    $key = 'key';
    $push = '{wxseal}:push:key';
    $jobs = '{wxseal}:jobs';
    $queued = fn () => array_map(fn ($entry) => $entry[1], $server->ask('XRANGE', $jobs, '-', '+'));

    $tests = [
        'a push is claimed once, then busy, then answered the same' => function () use ($direct, $response, $key) {
            [$one, $two] = [$direct(), $direct()];
            $first = $one->claim($key);
            same('claimed', $first->state);
            same('busy', $two->claim($key)->state);
            same(true, $first->claim->answer($response));
            same(['answered', null], [$two->claim($key)->state, $two->claim($key)->claim]);
            same(true, $two->claim($key)->response == $response);
        },
        'a claim that was given back is free at once' => function () use ($direct, $response, $key) {
            $claim = $direct()->claim($key)->claim;
            same([true, false, false], [$claim->release(), $claim->release(), $claim->answer($response)]);
            same('claimed', $direct()->claim($key)->state);
        },
        'a claim that ran out is another\'s, and stores and queues nothing' => function () use (
            $direct,
            $response,
            $other,
            $key,
            $queued,
        ) {
            $late = $direct(claimFor: 0.05)->claim($key)->claim;
            usleep(60_000);
            $next = $direct()->claim($key);
            same('claimed', $next->state);
            same([false, false], [$late->answer($response, 'lost'), $late->release()]);
            same(true, $next->claim->answer($other, 'kept'));
            same(true, $direct()->claim($key)->response == $other);
            same([['push', '{wxseal}:push:key', 'job', 'kept']], $queued());
        },
        'jobs are queued with the answer, once, in their order' => function () use ($direct, $response, $key, $push, $queued) {
            $claim = $direct()->claim($key)->claim;
            same([true, true], [$claim->answer($response, 'a', '你好'), $claim->answer($response, 'a', '你好')]);
            same([['push', $push, 'job', 'a'], ['push', $push, 'job', '你好']], $queued());
        },
        'what is kept is forgotten in time' => function () use ($direct, $response, $key, $push, $server) {
            $direct(claimFor: 2.5)->claim($key);
            same(true, abs($server->ask('PTTL', $push) - 2500) < 1000);
            $server->ask('DEL', $push);
            $direct(keepFor: 60)->claim($key)->claim->answer($response);
            same(true, abs($server->ask('PTTL', $push) - 60_000) < 1000);
        },
        'what another language stored is answered, and stored alike' => function () use ($direct, $server) {
            foreach (storedResponses() as $name => [$bytes, $status, $type, $body]) {
                $server->ask('SET', "{wxseal}:push:$name", '=' . base64_encode($bytes));
                $response = $direct()->claim($name)->response;
                same([$status, $body, $type], [$response->status, $response->body, $response->headers['Content-Type']]);
                $direct()->claim("$name, again")->claim->answer(Response::fromBytes($bytes));
                same('=' . base64_encode($bytes), $server->ask('GET', "{wxseal}:push:$name, again"));
            }
            $server->ask('SET', '{wxseal}:push:of Node', '?0123456789abcdef0123456789abcdef');
            same('busy', $direct()->claim('of Node')->state);
        },
        'another prefix is another memory' => function () use ($direct, $response, $key, $server) {
            $direct(prefix: 'shop:{a}:')->claim($key)->claim->answer($response, 'job');
            same([1, 1], [$server->ask('EXISTS', 'shop:{a}:push:key'), $server->ask('XLEN', 'shop:{a}:jobs')]);
            same('claimed', $direct()->claim($key)->state);
        },
        'what somebody else stored there is an error, and stays' => function () use ($direct, $key, $push, $server) {
            $server->ask('SET', $push, 'x');
            same('UnexpectedValueException', thrown(fn () => $direct()->claim($key))::class);
            $server->ask('SET', $push, '');
            same('UnexpectedValueException', thrown(fn () => $direct()->claim($key))::class);
            $server->ask('SET', $push, '=%');
            same('Wxseal\Exception\UnwritableReply', thrown(fn () => $direct()->claim($key))::class);
            $server->ask('DEL', $push);
            $server->ask('RPUSH', $push, 'x');
            same('RuntimeException', thrown(fn () => $direct()->claim($key))::class);
            same(1, $server->ask('LLEN', $push));
        },
        'a stream that takes no job leaves the answer unstored' => function () use (
            $direct,
            $response,
            $key,
            $push,
            $jobs,
            $server,
        ) {
            $server->ask('SET', $jobs, 'x');
            $claim = $direct()->claim($key)->claim;
            same('RuntimeException', thrown(fn () => $claim->answer($response, 'job'))::class);
            same('?', $server->ask('GET', $push)[0]);
        },
        'a connection that is cut at any script costs nothing' => function () use (
            $through,
            $response,
            $key,
            $push,
            $server,
            $proxy,
            $queued,
        ) {
            foreach (['cut-before', 'cut-after'] as $cut) {
                $server->ask('FLUSHALL');
                $recent = $through();
                $proxy->tell("$cut 1");
                $known = $recent->claim($key);
                same('claimed', $known->state);
                $proxy->tell("$cut 1");
                same(true, $known->claim->answer($response, 'job'));
                same([['push', $push, 'job', 'job']], $queued());
                $proxy->tell("$cut 1");
                same('answered', $recent->claim($key)->state);
                $given = $recent->claim('given')->claim;
                $proxy->tell("$cut 1");
                $given->release();
                same('claimed', $recent->claim('given')->state);
            }
        },
        'a claim that is lost twice blocks nobody' => function () use ($through, $key, $push, $server, $proxy) {
            $recent = $through();
            $proxy->tell('cut-after 1', 'cut-after 2');
            same(true, isLost(thrown(fn () => $recent->claim($key))));
            same(0, $server->ask('EXISTS', $push));
            same('claimed', $recent->claim($key)->state);
        },
        'an answer that is lost twice is there all the same' => function () use ($through, $response, $key, $proxy, $queued) {
            $recent = $through();
            $claim = $recent->claim($key)->claim;
            $proxy->tell('cut-after 1', 'cut-after 2');
            same(true, isLost(thrown(fn () => $claim->answer($response, 'job'))));
            same(['answered', 1], [$recent->claim($key)->state, count($queued())]);
        },
        'a Redis that is gone is an error at once, and is found again' => function () use ($connect, $key, $proxy) {
            $recent = new RecentKeys(fn () => $connect($proxy->port));
            $recent->claim('another');
            $proxy->tell('down');
            $began = microtime(true);
            same(true, isLost(thrown(fn () => $recent->claim($key))));
            same(true, microtime(true) - $began < 0.5);
            $proxy->tell('pass');
            same('claimed', $recent->claim($key)->state);
        },
        'a Redis that hangs is given up in time, and its late replies are nobody\'s' => function () use (
            $through,
            $key,
            $proxy,
            $server,
        ) {
            $recent = $through();
            $recent->claim('another');
            $proxy->tell('delay 1400');
            $began = microtime(true);
            same(true, isLost(thrown(fn () => $recent->claim($key, 4.8))));
            same(true, microtime(true) - $began < 3.5);
            $began = microtime(true);
            same(true, isLost(thrown(fn () => $recent->claim($key, 0.3))));
            same(true, microtime(true) - $began < 0.6);
            $proxy->tell('pass');
            usleep(1_600_000);
            $server->ask('FLUSHALL');
            foreach (['claimed', 'busy', 'busy'] as $state) {
                same($state, $recent->claim($key)->state);
            }
        },
        'an answer has the time that its claim left, however long the handler took' => function () use (
            $through,
            $response,
            $key,
            $proxy,
        ) {
            $claim = $through()->claim($key, 0.5)->claim;
            usleep(600_000);
            same(true, $claim->answer($response));
            $claim = $through()->claim('another', 0.5)->claim;
            $proxy->tell('delay 1400');
            $began = microtime(true);
            same(true, isLost(thrown(fn () => $claim->answer($response))));
            same(true, microtime(true) - $began < 0.8);
        },
        'a connection that died between two requests is replaced' => function () use ($direct, $connect, $key, $server) {
            $recent = $direct();
            $recent->claim('before');
            $server->ask('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
            usleep(10_000);
            same('claimed', $recent->claim($key)->state);
            $persistent = fn () => new RecentKeys($connect($server->port, persistent: true));
            same('busy', $persistent()->claim($key)->state);
            $server->ask('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
            usleep(10_000);
            same('busy', $persistent()->claim($key)->state);
        },
        'a time-out that is none, or is too long, is named' => function () use ($connect, $server) {
            foreach ([[1.5, 1], [1, 1.5], [0, 1], [1, 0]] as [$timeout, $read]) {
                $made = fn () => new RecentKeys($connect($server->port, timeout: $timeout, read: $read));
                $thrown = thrown($made);
                same('InvalidArgumentException', $thrown::class);
                same($timeout == 1, preg_match('/read_(write_)?timeout is/', $thrown->getMessage()) === 1);
            }
            new RecentKeys($connect($server->port, timeout: 0.5, read: 0.25));
        },
        'other arguments that cannot be are named' => function () use ($direct) {
            foreach ([['claimFor' => 0], ['keepFor' => -1], ['keepFor' => NAN], ['claimFor' => INF]] as $options) {
                same('InvalidArgumentException', thrown(fn () => $direct(...$options))::class);
            }
        },
        'a client\'s own prefix and serializer stay its own' => function () use (
            $connect,
            $key,
            $push,
            $response,
            $server,
            $proxy,
        ) {
            $client = $connect($proxy->port, dressed: true);
            $proxy->tell('cut-after 1');
            (new RecentKeys($client))->claim($key)->claim->answer($response, 'job');
            same('=' . base64_encode($response->toBytes()), $server->ask('GET', $push));
            same(1, $server->ask('XLEN', '{wxseal}:jobs'));
            same(true, (new RecentKeys($client))->claim($key)->response == $response);
            $client->set('mine', 'a');
            same(1, $server->ask('EXISTS', 'app:mine'));
        },
        'a client is made when it is needed, and anew for one more try' => function () use ($connect, $key, $proxy) {
            $made = 0;
            $recent = new RecentKeys(function () use ($connect, $proxy, &$made) {
                $made++;
                return $connect($proxy->port);
            });
            same(0, $made);
            same(['claimed', 1], [$recent->claim($key)->state, $made]);
            $proxy->tell('cut-after 1');
            same(['busy', 2], [$recent->claim($key)->state, $made]);
            $proxy->tell('down');
            same(true, isLost(thrown(fn () => $recent->claim($key))));
            $proxy->tell('pass');
            same('busy', $recent->claim($key)->state);
        },
    ];
    foreach ($tests as $test => $run) {
        $server->ask('FLUSHALL');
        $proxy->tell('pass');
        test("$name: $test", $run);
    }
}

if (extension_loaded('redis')) {
    test('the worker of examples/php does what is queued, and what a dead one left', function () use ($server) {
        $server->ask('FLUSHALL');
        $recent = new RecentKeys(clients()['phpredis']($server->port));
        $success = Response::fromBytes(storedResponses()['success'][0]);
        $answer = fn (string $key) => $recent->claim($key)->claim->answer($success, "do $key");
        $answer('a');
        $server->ask('XGROUP', 'CREATE', '{wxseal}:jobs', 'workers', '0');
        $server->ask('XREADGROUP', 'GROUP', 'workers', 'dead', 'STREAMS', '{wxseal}:jobs', '>');
        $answer('b');
        $worker = new Worker($server->port);
        same(["do b, for {wxseal}:push:b\n", "do a, for {wxseal}:push:a\n"], [$worker->line(), $worker->line()]);
        $answer('c');
        same("do c, for {wxseal}:push:c\n", $worker->line());
        eventually(fn () => $server->ask('XLEN', '{wxseal}:jobs') === 0);
        same(0, $server->ask('XPENDING', '{wxseal}:jobs', 'workers')[0]);
    });
    test('phpredis: a client within a transaction is an error', function () use ($server) {
        $client = clients()['phpredis']($server->port);
        $recent = new RecentKeys($client);
        $client->multi();
        same('UnexpectedValueException', thrown(fn () => $recent->claim('key'))::class);
    });
}

$cluster = new Server(cluster: true);
foreach (clusters($cluster->port) as $name => $connect) {
    test("$name: a push is claimed, answered and its job queued", function () use ($connect, $response, $cluster) {
        $cluster->ask('FLUSHALL');
        $recent = new RecentKeys($connect);
        $known = $recent->claim('key');
        same(['claimed', 'busy'], [$known->state, $recent->claim('key')->state]);
        same(true, $known->claim->answer($response, 'job'));
        same(true, $recent->claim('key')->response == $response);
        same(1, $cluster->ask('XLEN', '{wxseal}:jobs'));
        $cluster->ask('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
        usleep(10_000);
        same('answered', $recent->claim('key')->state);
    });
    test("$name: a time-out that is none is named", function () use ($connect) {
        same('InvalidArgumentException', thrown(fn () => new RecentKeys($connect(read: 0)))::class);
    });
    test("$name: keys that lie apart are an error before anything is stored", function () use ($connect, $response, $cluster) {
        $cluster->ask('FLUSHALL');
        thrown(function () use ($connect, $response) {
            foreach (['a:', 'a{}:'] as $prefix) {
                (new RecentKeys($connect(), prefix: $prefix))->claim('key')->claim->answer($response, 'job');
            }
        });
        same(0, $cluster->ask('EXISTS', 'a:jobs'));
    });
}
