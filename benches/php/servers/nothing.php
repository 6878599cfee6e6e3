<?php
// Takes the query and the body as the others do, answers `success`, and looks at neither.
declare(strict_types=1);

[$query, $body] = [$_SERVER['QUERY_STRING'], file_get_contents('php://input')];
header('Content-Length: 7');
echo 'success';
