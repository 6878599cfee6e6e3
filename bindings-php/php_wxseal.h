/* SPDX-License-Identifier: MIT OR Apache-2.0
 *
 * The PHP extension `wxseal`: verify, decrypt and answer WeChat message pushes. wxseal.stub.php is its manual.
 *
 * The extension maps PHP's types, errors and strings to libwxseal. It knows nothing of the protocol: the names, texts
 * and numbers of errors come from the library too. What is written once, in MINIT, is only read afterwards, so threads
 * need no globals of their own.
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

/* In MINIT: takes the class that all exceptions extend, and then the class of each error of the table. */
void php_wxseal_init_exception(zend_class_entry *class);
void php_wxseal_add_error(wxseal_status status, zend_class_entry *class);

/* Throws the exception of a status that is not WXSEAL_OK; an Error where it is a defect and not one of the table. */
void php_wxseal_throw(wxseal_status status);

/* Throws an Error: the program, and not the request, is at fault. */
void php_wxseal_throw_error(const char *text);

/* Throws Wxseal\Exception\InvalidKey and says where the key's first bad character is. */
void php_wxseal_throw_invalid_key(size_t position);

/* Says whether C can read all of the text. If not, throws what the library says of a text that it cannot read. */
bool php_wxseal_check_text(const zend_string *text, wxseal_status otherwise);

/* msg_crypt.c */

void php_wxseal_init_msg_crypt(zend_class_entry *class);

#endif /* PHP_WXSEAL_H */
