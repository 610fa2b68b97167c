<?php
// Sends WordPress's requests for the explainer to the server of the test. All other requests fail.
add_filter('pre_http_request', function ($answer, $options, $address) {
    $site = 'https://news.example/';
    if (!str_starts_with($address, $site)) {
        return new WP_Error('http_request_failed', 'only the explainer is asked');
    }
    $body = file_get_contents(EXPLAINER_SERVER . substr($address, strlen($site)), false, stream_context_create(['http' => ['ignore_errors' => true]]));
    preg_match('/ (\d+) /', $http_response_header[0], $status);
    return ['headers' => [], 'body' => $body, 'response' => ['code' => (int) $status[1], 'message' => ''], 'cookies' => [], 'filename' => null];
}, 10, 3);
