<?php
// Installs WordPress, writes the posts, and prints their addresses as JSON. publisher.rs runs this file, with the posts
// as JSON on standard input.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = parse_url($argv[1], PHP_URL_HOST);
require getcwd() . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('A publisher', 'editor', 'editor@news.example', false, '', 'not-a-secret');
update_option('siteurl', $argv[1]);
update_option('home', $argv[1]);
switch_theme($argv[2]);
wp_set_current_user(1);
$addresses = [];
foreach (json_decode(file_get_contents('php://stdin'), true) as $name => $content) {
    $id = wp_insert_post(['post_title' => $name, 'post_content' => wp_slash($content), 'post_status' => 'publish', 'post_author' => 1]);
    $addresses[$name] = $argv[1] . '/?p=' . $id;
}
echo json_encode($addresses);
