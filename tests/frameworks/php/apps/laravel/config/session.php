<?php

return [
    'driver' => 'array',
    'lottery' => [0, 100],
    'cookie' => 'session',
    'lifetime' => 1,
    'expire_on_close' => true,
    'path' => '/',
    'domain' => null,
    'secure' => false,
];
