<?php
// The worker for PHP: `worker.php CASES PEERS`, requests and answers as benches/README.md says.
//
// A subject has a method for each operation, which takes a case and returns the call to measure. One whose XML_ONLY is true
// is handed no JSON.

declare(strict_types=1);

require __DIR__ . '/official.php';

/** The extension. */
final class Wxseal
{
    private Wxseal\MsgCrypt $crypt;
    private Wxseal\Endpoint $endpoint;

    public function __construct(object $case)
    {
        $this->crypt = new Wxseal\MsgCrypt($case->token, $case->encoding_aes_key, $case->receive_id);
        $this->endpoint = new Wxseal\Endpoint($this->crypt);
    }

    public static function missing(): ?string
    {
        return extension_loaded('wxseal') ? null : 'the extension is not loaded';
    }

    public static function version(): string
    {
        return phpversion('wxseal');
    }

    public function decrypt(object $case): Closure
    {
        [$crypt, $signature, $timestamp, $nonce, $body] =
            [$this->crypt, $case->msg_signature, $case->timestamp, $case->nonce, $case->body];
        return static fn (): string => $crypt->decrypt($signature, $timestamp, $nonce, $body);
    }

    public function encrypt(object $case): Closure
    {
        [$crypt, $message, $timestamp, $nonce, $format] =
            [$this->crypt, $case->message, $case->timestamp, $case->nonce, $case->format];
        return static fn (): string => $crypt->encrypt($message, $timestamp, $nonce, $format);
    }

    public function receive(object $case): Closure
    {
        [$endpoint, $query, $body, $message, $now] =
            [$this->endpoint, $case->query, $case->body, $case->message, $case->now];
        return static fn (): string =>
            $endpoint->receive('POST', $query, $body, $now)->replyRaw($message)->body;
    }
}

/** The way of the official sample. */
final class OfficialSubject
{
    private Official $crypt;

    public function __construct(object $case)
    {
        $this->crypt = new Official($case->token, $case->encoding_aes_key, $case->receive_id);
    }

    public static function missing(): ?string
    {
        return match (true) {
            !extension_loaded('openssl') => 'PHP lacks openssl',
            !extension_loaded('dom') => 'PHP lacks dom',
            default => null,
        };
    }

    public static function version(): string
    {
        return OPENSSL_VERSION_TEXT;
    }

    public function decrypt(object $case): Closure
    {
        [$crypt, $signature, $timestamp, $nonce, $body] =
            [$this->crypt, $case->msg_signature, $case->timestamp, $case->nonce, $case->body];
        return static fn (): string => $crypt->decrypt($signature, $timestamp, $nonce, $body);
    }

    public function encrypt(object $case): Closure
    {
        [$crypt, $message, $timestamp, $nonce, $format] =
            [$this->crypt, $case->message, $case->timestamp, $case->nonce, $case->format];
        return static fn (): string => $crypt->encrypt($message, $timestamp, $nonce, $format);
    }
}

/** What stands in for the sample, called as that is. */
final class OfficialDropIn
{
    private array $crypts;

    public function __construct(object $case)
    {
        require_once __DIR__ . '/../../bindings-php/compat/WXBizMsgCrypt.php';
        $settings = [$case->token, $case->encoding_aes_key, $case->receive_id];
        $this->crypts = [
            'xml' => new WXBizMsgCrypt(...$settings),
            // json/WXBizMsgCrypt.php has no more than this, by the same name.
            'json' => new class (...$settings) extends Wxseal\Compat\BaseMsgCrypt {
                protected const FORMAT = 'json';
            },
        ];
    }

    public static function missing(): ?string
    {
        return Wxseal::missing();
    }

    public static function version(): string
    {
        return Wxseal::version();
    }

    public function decrypt(object $case): Closure
    {
        [$crypt, $signature, $timestamp, $nonce, $body] =
            [$this->crypts[$case->format], $case->msg_signature, $case->timestamp, $case->nonce, $case->body];
        return static function () use ($crypt, $signature, $timestamp, $nonce, $body): string {
            $crypt->DecryptMsg($signature, $timestamp, $nonce, $body, $message);
            return $message;
        };
    }

    public function encrypt(object $case): Closure
    {
        [$crypt, $message, $timestamp, $nonce] =
            [$this->crypts[$case->format], $case->message, $case->timestamp, $case->nonce];
        return static function () use ($crypt, $message, $timestamp, $nonce): string {
            $crypt->EncryptMsg($message, $timestamp, $nonce, $reply);
            return $reply;
        };
    }
}

/** EasyWeChat's Encryptor, with the Encrypt that its parser of messages has found. */
class EasyWeChat
{
    public const XML_ONLY = true;
    protected const CRYPT = 'EasyWeChat\Kernel\PeerEncryptor';
    private object $crypt;

    public function __construct(object $case)
    {
        $this->crypt = new (static::CRYPT)($case->receive_id, $case->token, $case->encoding_aes_key, $case->receive_id);
    }

    /** The peer's own, which install has given another name: its drop-in has that which it had. */
    public static function missing(): ?string
    {
        $peer = PEERS . '/PeerEncryptor.php';
        if (!is_file($peer)) {
            return 'it is not installed; it comes from Packagist, by Composer';
        }
        require_once PEERS . '/vendor/autoload.php';
        require_once $peer;
        return null;
    }

    public static function version(): string
    {
        return Composer\InstalledVersions::getPrettyVersion('w7corp/easywechat');
    }

    public function decrypt(object $case): Closure
    {
        preg_match('~<Encrypt>(?:<!\[CDATA\[)?([A-Za-z0-9+/=]+)~', $case->body, $found);
        [$crypt, $encrypt, $signature, $timestamp, $nonce] =
            [$this->crypt, $found[1], $case->msg_signature, $case->timestamp, $case->nonce];
        return static fn (): string => $crypt->decrypt($encrypt, $signature, $nonce, $timestamp);
    }

    public function encrypt(object $case): Closure
    {
        [$crypt, $message, $timestamp, $nonce] = [$this->crypt, $case->message, $case->timestamp, $case->nonce];
        return static fn (): string => $crypt->encrypt($message, $nonce, $timestamp);
    }
}

final class EasyWeChatDropIn extends EasyWeChat
{
    protected const CRYPT = 'EasyWeChat\Kernel\Encryptor';

    public static function missing(): ?string
    {
        require_once __DIR__ . '/../../bindings-php/compat/easywechat.php';
        return Wxseal::missing();
    }

    public static function version(): string
    {
        return Wxseal::version();
    }
}

const SUBJECTS = [
    'wxseal' => Wxseal::class,
    'official' => OfficialSubject::class,
    'official, drop-in' => OfficialDropIn::class,
    'EasyWeChat' => EasyWeChat::class,
    'EasyWeChat, drop-in' => EasyWeChatDropIn::class,
];
const OPERATIONS = ['decrypt', 'encrypt', 'receive'];

/** All cases, each with the format and size that its name says. */
function read_cases(string $folder): array
{
    $read = static function (string $path): object {
        [$format, $size] = explode('-', basename($path, '.json'));
        $case = json_decode(file_get_contents($path));
        $case->format = $format;
        $case->size = (int) $size;
        return $case;
    };
    return array_map($read, glob("$folder/*.json"));
}

/** What was opened is the message, and what was sealed opens again to it. */
function check(object $subject, string $operation, object $case, Closure $call): void
{
    $opened = $call();
    if ($operation !== 'decrypt') {
        $again = clone $case;
        $again->body = $opened;
        foreach (['msg_signature' => 'MsgSignature', 'timestamp' => 'TimeStamp', 'nonce' => 'Nonce'] as $key => $name) {
            // WeCom's JSON has the names in lower case.
            preg_match("/$name(?:><!\\[CDATA\\[|>|\": ?\"?)([^\\]<\",\\n]*)/i", $again->body, $found);
            $again->$key = $found[1];
        }
        $opened = $subject->decrypt($again)();
    }
    if ($opened !== $case->message) {
        fwrite(STDERR, get_class($subject) . " $operation $case->format $case->size: not the message\n");
        exit(1);
    }
}

/** The processor's time that this process has had, in nanoseconds. */
function processor_time(): int
{
    $usage = getrusage();
    return ($usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']) * 1_000_000_000
        + ($usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec']) * 1000;
}

/** How much of it so many calls take. */
function measure(Closure $call, int $iterations): int
{
    $begun = processor_time();
    for ($count = 0; $count < $iterations; $count++) {
        $call();
    }
    return processor_time() - $begun;
}

define('PEERS', $argv[2]);
$cases = read_cases($argv[1]);
$hello = ['language' => 'php', 'version' => 'PHP ' . PHP_VERSION, 'subjects' => [], 'missing' => []];
$calls = [];
foreach (SUBJECTS as $name => $class) {
    if ($why = $class::missing()) {
        $hello['missing'][$name] = $why;
        continue;
    }
    $hello['subjects'][$name] = $class::version();
    $subject = new $class($cases[0]);
    $xml_only = defined("$class::XML_ONLY");
    foreach (array_filter($cases, static fn ($case) => $case->format === 'xml' || !$xml_only) as $case) {
        foreach (array_filter(OPERATIONS, static fn ($operation) => method_exists($subject, $operation)) as $operation) {
            $call = $subject->$operation($case);
            check($subject, $operation, $case, $call);
            $calls["$name $operation $case->format $case->size"] = $call;
        }
    }
}
echo json_encode(array_map(static fn ($value) => is_array($value) ? (object) $value : $value, $hello)), "\n";

while (($line = fgets(STDIN)) !== false) {
    $request = json_decode($line);
    if ($request->op === 'stop') {
        break;
    }
    $call = $calls["$request->subject $request->op $request->format $request->size"] ?? null;
    $answer = $call
        ? ['ns' => measure($call, $request->iterations)]
        : ['missing' => "it has no $request->format"];
    echo json_encode($answer), "\n";
}
