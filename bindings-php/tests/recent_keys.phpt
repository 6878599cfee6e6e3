--TEST--
RecentKeys: claimed, busy, answered, forgotten
--FILE--
<?php
declare(strict_types=1);
require __DIR__ . '/wxseal.inc';

use Wxseal\Recent;
use Wxseal\RecentKeys;

$response = (new Wxseal\Exception\MalformedQuery())->response();
$other = (new Wxseal\Exception\SignatureMismatch())->response();
$say = fn (Recent $known) => trim("$known->state " . var_export($known->until, true) . " {$known->response?->body}") . "\n";

$recent = new RecentKeys();
$first = $recent->claim('a', 100);
echo $say($first), $say($recent->claim('a', 102)), $say($recent->claim('b', 102));
$claim = $first->claim;
var_dump($claim->answer($response, 103), $claim->answer($other, 103), $claim->release(), count($recent));
$answered = $recent->claim('a', 702);
echo $say($answered), $say($recent->claim('a', 703));
var_dump($answered->response == $response, $answered->response->headers === $response->headers);
var_dump([$answered->claim, $first->response] === [null, null]);

echo "-- a claim that another took over\n";
$late = $recent->claim('c', 500);
$next = $recent->claim('c', 505);
echo $say($next);
var_dump($late->claim->answer($response, 506), $late->claim->release(), $next->claim->answer($other, 506));
echo $say($recent->claim('c', 507));

echo "-- a claim that was given back\n";
$given = $recent->claim('d', 600)->claim;
var_dump($given->release(), $given->release(), $given->answer($response, 600));
echo $say($recent->claim('d', 600));

echo "-- bounds\n";
$small = new RecentKeys(1, 1000, maxEntries: 2);
foreach (['a', 'b', 'c'] as $key) {
    $small->claim($key, 100)->claim->answer($response, 100);
}
var_dump(count($small), $small instanceof Countable);
foreach (['c', 'b', 'a'] as $key) {
    echo "$key: ", $say($small->claim($key, 101));
}
$bytes = new RecentKeys(keepFor: 1000, maxBytes: 1);
$bytes->claim('a', 100)->claim->answer($response, 100);
echo $say($bytes->claim('a', 101)), $say($bytes->claim('b', 102)), $say($bytes->claim('a', 103));
echo $say((new RecentKeys(PHP_INT_MAX))->claim('a', PHP_INT_MAX));
$endless = new RecentKeys(PHP_INT_MAX);
$endless->claim('a', PHP_INT_MAX);
echo $say($endless->claim('a', PHP_INT_MAX));

echo "-- the system's time\n";
$now = new RecentKeys();
$now->claim('a');
var_dump(abs($now->claim('a')->until - time() - 5) < 3);

echo "-- what is none of it\n";
$calls = [
    fn () => new RecentKeys(0),
    fn () => new RecentKeys(1, -1),
    fn () => new RecentKeys(maxEntries: 0),
    fn () => new RecentKeys(maxBytes: 0),
    fn () => new RecentKeys('5'),
    fn () => $recent->claim("\xff"),
    fn () => $recent->claim("a\0"),
    fn () => $recent->claim(''),
    fn () => $recent->claim('a', 0),
    fn () => $recent->claim(1),
    fn () => $recent->claim('c')->claim->answer($response),
    fn () => $recent->claim('e')->claim->answer(unserialize(serialize($response))),
    fn () => $recent->claim('f')->claim->answer($response, -1),
    fn () => $recent->claim('g')->claim->answer($answered),
    fn () => $recent->claim('g')->claim->answer($response),
    fn () => $recent->__construct(),
];
foreach ($calls as $call) {
    echo outcome($call), "\n";
}

echo "-- a claim is of the object that gave it, which lives as long\n";
[$one, $other] = [new RecentKeys(), new RecentKeys()];
[$ofOne, $ofOther] = [$one->claim('k', 100)->claim, $other->claim('k', 100)->claim];
var_dump($ofOne->answer($response, 100), $other->claim('k', 100)->state);
unset($other);
var_dump($ofOther->answer($response, 100), $ofOther->release());
var_dump((new RecentKeys())->claim('k')->claim->answer($response));
?>
--EXPECT--
claimed NULL
busy 105
claimed NULL
bool(true)
bool(false)
bool(false)
int(2)
answered NULL bad request
claimed NULL
bool(true)
bool(true)
bool(true)
-- a claim that another took over
claimed NULL
bool(false)
bool(false)
bool(true)
answered NULL forbidden
-- a claim that was given back
bool(true)
bool(false)
bool(false)
claimed NULL
-- bounds
int(2)
bool(true)
c: answered NULL bad request
b: answered NULL bad request
a: claimed NULL
answered NULL bad request
claimed NULL
claimed NULL
claimed NULL
busy 9223372036854775807
-- the system's time
bool(true)
-- what is none of it
ValueError: Wxseal\RecentKeys::__construct(): Argument #1 ($claimFor) must be greater than or equal to 1
ValueError: Wxseal\RecentKeys::__construct(): Argument #2 ($keepFor) must be greater than or equal to 1
ValueError: Wxseal\RecentKeys::__construct(): Argument #3 ($maxEntries) must be greater than or equal to 1
ValueError: Wxseal\RecentKeys::__construct(): Argument #4 ($maxBytes) must be greater than or equal to 1
TypeError: Wxseal\RecentKeys::__construct(): Argument #1 ($claimFor) must be of type ?int, string given
InvalidConfig -40004 argument
returned
returned
ValueError: Wxseal\RecentKeys::claim(): Argument #2 ($now) must be greater than or equal to 1
TypeError: Wxseal\RecentKeys::claim(): Argument #1 ($key) must be of type string, int given
returned
returned
ValueError: Wxseal\Claim::answer(): Argument #2 ($now) must be greater than or equal to 1
TypeError: Wxseal\Claim::answer(): Argument #1 ($response) must be of type Wxseal\Response, Wxseal\Recent given
Error: Call to a member function answer() on null
Error: Wxseal\RecentKeys has been constructed already
-- a claim is of the object that gave it, which lives as long
bool(true)
string(4) "busy"
bool(true)
bool(false)
bool(true)
