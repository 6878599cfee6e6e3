/* SPDX-License-Identifier: MIT OR Apache-2.0
 *
 * The PHP extension `wxseal`: verify, decrypt and answer WeChat message pushes. wxseal.stub.php is its manual.
 *
 * The extension maps PHP's types, errors and strings to libwxseal. It knows nothing of the protocol: the names, texts
 * and numbers of errors come from the library too. What is written once, in MINIT, is only read afterwards, so threads
 * need no globals of their own. A class has a file of its own, and php_wxseal_init_…(), for MINIT, that takes it.
 */
#ifndef PHP_WXSEAL_H
#define PHP_WXSEAL_H

#include "php.h"

#include <wxseal.h>

extern zend_module_entry wxseal_module_entry;
#define phpext_wxseal_ptr &wxseal_module_entry

/* A test compares it with composer.json, the workspace's version and the library that is linked. */
#define PHP_WXSEAL_VERSION "0.1.0"

/* exception.c */

/* In MINIT: takes the class that all exceptions extend, and then each of those, which is that of every status of its
 * name. */
void php_wxseal_init_exception(zend_class_entry *class);
void php_wxseal_add_exception(zend_class_entry *class);

/* The status of an exception, as far as its answer depends on it; a defect's where it has none of the library's, since somebody
 * else's class extends ours. */
wxseal_status php_wxseal_status_of(zend_object *exception);

/* Throws the exception of a status that is not WXSEAL_OK; an Error where it is a defect and not one of the table. */
void php_wxseal_throw(wxseal_status status);

/* Throws an Error: the program, and not the request, is at fault. */
void php_wxseal_throw_error(const char *format, ...) ZEND_ATTRIBUTE_FORMAT(printf, 1, 2);

/* Throws a LogicException: the object is not in a state to be asked. */
void php_wxseal_throw_logic(const char *text);

/* Throws Wxseal\Exception\InvalidKey and says where the key's first bad character is. */
void php_wxseal_throw_invalid_key(size_t position);

/* argument.c: where one of these says no, it has thrown. */

/* Says whether C can read all of the text. If not, throws what the library says of a text that it cannot read. */
bool php_wxseal_check_text(const zend_string *text, wxseal_status otherwise);

/* 'xml' or 'json'; NULL is 'xml'. */
bool php_wxseal_read_format(const zend_string *name, wxseal_format *format);

/* 16 bytes; NULL is the operating system's. */
bool php_wxseal_read_random(const zend_string *random, const uint8_t **bytes);

/* Seconds since 1970; absent is the system's. `position` is the argument's, counted from 1. */
bool php_wxseal_read_now(zend_long now, bool absent, uint32_t position, uint64_t *seconds);

/* The body of a request as it came, not what a parser has left of it. The bytes stay the argument's. */
bool php_wxseal_read_body(zval *body, uint32_t position, zend_string **bytes);

/* A raw query that C can read and that says the same; NULL where it has thrown, else the caller's to release. */
zend_string *php_wxseal_read_query(zend_string *raw, HashTable *decoded, uint32_t position);

/* A PHP value as JSON in raw UTF-8, an empty array as an object; NULL where it has thrown, else the caller's. */
zend_string *php_wxseal_write_json(zval *value, wxseal_status otherwise);

/* JSON of the library's, which holds no integer that is too large, as a PHP value, objects as arrays. */
bool php_wxseal_read_json(zval *value, const char *json, size_t length);

/* Returns what the library has written into `out`, which was allocated for as much as it could be; or throws. */
void php_wxseal_return_written(zval *return_value, wxseal_status status, zend_string *out, size_t length);

/* msg_crypt.c */

extern zend_class_entry *php_wxseal_msg_crypt_class;
void php_wxseal_init_msg_crypt(zend_class_entry *class);
/* NULL where it has thrown. */
const wxseal_msg_crypt *php_wxseal_msg_crypt_of(zend_object *object);

/* endpoint.c, incoming.c, message.c, widget_query.c */

void php_wxseal_init_endpoint(zend_class_entry *class);
void php_wxseal_init_incoming(zend_class_entry *class);
void php_wxseal_init_message(zend_class_entry *class);
void php_wxseal_init_widget_query(zend_class_entry *class);
/* This, and what returns a response or a claim, takes over what it is given. */
void php_wxseal_return_incoming(zval *return_value, wxseal_incoming *incoming);
void php_wxseal_return_widget_query(zval *return_value, const char *json, size_t length);

/* response.c */

extern zend_class_entry *php_wxseal_response_class;
void php_wxseal_init_response(zend_class_entry *class);
void php_wxseal_return_response(zval *return_value, wxseal_response *response);
/* NULL where it has thrown. */
const wxseal_response *php_wxseal_response_of(zend_object *object);

/* recent_keys.c, claim.c */

extern zend_class_entry *php_wxseal_claim_class;
void php_wxseal_init_recent_keys(zend_class_entry *class);
void php_wxseal_init_claim(zend_class_entry *class);
void php_wxseal_return_claim(
    zval *return_value, wxseal_recent known, wxseal_claim *claim, wxseal_response *response, uint64_t until);
/* NULL of what is not claimed. */
const wxseal_claim *php_wxseal_claim_of(zend_object *object);

/* platform.c, api.c, api_answer.c */

void php_wxseal_init_platform_request(zend_class_entry *class);
void php_wxseal_init_api_request(zend_class_entry *class);
void php_wxseal_init_api_error(zend_class_entry *class);

#endif /* PHP_WXSEAL_H */
