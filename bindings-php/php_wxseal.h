/* SPDX-License-Identifier: MIT OR Apache-2.0
 *
 * The PHP extension `wxseal`: verify, decrypt and answer WeChat message pushes. stubs/wxseal.stub.php is its manual.
 *
 * The extension maps PHP's types, errors and strings to libwxseal. It knows nothing of the protocol: the names, texts
 * and numbers of errors come from the library too, and so does which error a text amounts to. What is written once, in
 * MINIT, is only read afterwards, so threads need no globals of their own. A class has a file of its own, and
 * php_wxseal_init_…(), for MINIT, that takes it.
 */
#ifndef PHP_WXSEAL_H
#define PHP_WXSEAL_H

#include "php.h"

#include <wxseal.h>

extern zend_module_entry wxseal_module_entry;
#define phpext_wxseal_ptr &wxseal_module_entry

/* A test compares it with the workspace's version and the library that is linked. */
#define PHP_WXSEAL_VERSION "0.2.0"

/* exception.c */

/* In MINIT: takes the class that all exceptions extend, and then each of those, which is that of every status of its
 * name. */
void php_wxseal_init_exception(zend_class_entry *class);
void php_wxseal_add_exception(zend_class_entry *class);

/* The status of an exception, as far as its answer depends on it; a defect's where it has none of the library's, since somebody
 * else's class extends ours. */
wxseal_status php_wxseal_status_of(zend_object *exception);

/* Throws the exception of a status that is not WXSEAL_OK; an Error where it is a defect and not one of the table. What was
 * thrown before stands: the library refuses the NULL of an object that could not be had, and there is nothing to add. */
void php_wxseal_throw(wxseal_status status);

/* Says whether a call has succeeded. If not, throws what the library says of it. */
static inline bool php_wxseal_succeeded(wxseal_status status)
{
    if (UNEXPECTED(status != WXSEAL_OK)) {
        php_wxseal_throw(status);
        return false;
    }
    return true;
}

/* Throws an Error: the program, and not the request, is at fault. */
void php_wxseal_throw_error(const char *format, ...) ZEND_ATTRIBUTE_FORMAT(printf, 1, 2);

/* Throws a LogicException: the object is not in a state to be asked. */
void php_wxseal_throw_logic(const char *text);

/* value.c: what goes back to PHP. */

/* A text that is lent; null where there is none. */
static inline void php_wxseal_return_text(zval *return_value, wxseal_str text)
{
    if (text.data) {
        RETVAL_STRINGL(text.data, text.length);
    } else {
        RETVAL_NULL();
    }
}

/* What the library has written into `out`, which was allocated for as much as it could be; or throws. */
void php_wxseal_return_written(zval *return_value, wxseal_status status, zend_string *out, size_t length);

/* An object of a class whose properties are these texts, in the stub's order. */
void php_wxseal_return_texts(zval *return_value, zend_class_entry *class, const wxseal_str *texts, uint32_t count);

/* JSON of the library's, which holds no integer that is too large, as a PHP value, objects as arrays; or throws. */
bool php_wxseal_read_json(zval *value, wxseal_str json);

/* 'xml' or 'json'. */
wxseal_str php_wxseal_format_name(wxseal_format format);

/* msg_crypt.c, parts.c */

extern zend_class_entry *php_wxseal_msg_crypt_class;
void php_wxseal_init_msg_crypt(zend_class_entry *class);
void php_wxseal_init_sealed(zend_class_entry *class);
void php_wxseal_init_opened(zend_class_entry *class);
/* NULL where it has thrown. */
const wxseal_msg_crypt *php_wxseal_msg_crypt_of(const zval *object);

/* endpoint.c, incoming.c, message.c, widget_query.c */

void php_wxseal_init_endpoint(zend_class_entry *class);
void php_wxseal_init_incoming(zend_class_entry *class);
void php_wxseal_init_message(zend_class_entry *class);
void php_wxseal_init_widget_query(zend_class_entry *class);
/* This, and what returns a response or a claim, takes over what it is given. */
void php_wxseal_return_incoming(zval *return_value, wxseal_incoming *incoming);
void php_wxseal_return_widget_query(zval *return_value, wxseal_str json);
/* The push, for reply.c and robot.c; NULL where it has thrown. */
const wxseal_incoming *php_wxseal_push_of(const zval *object);

/* response.c */

extern zend_class_entry *php_wxseal_response_class;
void php_wxseal_init_response(zend_class_entry *class);
void php_wxseal_return_response(zval *return_value, wxseal_response *response);
/* The answer that a call has made; or throws what the call says. */
void php_wxseal_return_answer(zval *return_value, wxseal_status status, wxseal_response **response);
/* NULL where it has thrown. */
const wxseal_response *php_wxseal_response_of(const zval *object);

/* recent_keys.c, claim.c */

void php_wxseal_init_recent_keys(zend_class_entry *class);
void php_wxseal_init_recent(zend_class_entry *class);
void php_wxseal_init_claim(zend_class_entry *class);
/* A claim of the keys that `object` holds. */
void php_wxseal_return_claim(
    zval *return_value, wxseal_claim *claim, const wxseal_recent_keys *recent, zend_object *object);

/* platform.c, api.c, api_answer.c */

void php_wxseal_init_platform_request(zend_class_entry *class);
void php_wxseal_init_platform_reply(zend_class_entry *class);
void php_wxseal_init_api_request(zend_class_entry *class);
void php_wxseal_init_api_error(zend_class_entry *class);

#endif /* PHP_WXSEAL_H */
