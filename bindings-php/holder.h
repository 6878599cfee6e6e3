/* SPDX-License-Identifier: MIT OR Apache-2.0
 *
 * What every class needs that holds one thing, mostly of the library's, which a function …_free() frees: once in the file
 * of the class,
 *
 *     #define HELD wxseal_endpoint
 *     #include "holder.h"
 */
#include <string.h>

#define HELD_FREE_OF(type) HELD_FREE_OF_(type)
#define HELD_FREE_OF_(type) type##_free

typedef struct {
    HELD *held; /* NULL until there is one */
    zval view;  /* what PHP has made of it, where that is made but once; else undefined */
    zend_object object;
} holder;

static zend_object_handlers handlers;

static inline holder *holder_of(zend_object *object)
{
    return (holder *)((char *)object - XtOffsetOf(holder, object));
}

static inline holder *self(const zval *object)
{
    return holder_of(Z_OBJ_P(object));
}

static zend_object *create(zend_class_entry *class)
{
    holder *created = zend_object_alloc(sizeof(holder), class);
    zend_object_std_init(&created->object, class);
    object_properties_init(&created->object, class);
    created->object.handlers = &handlers;
    return &created->object;
}

static void free_object(zend_object *object)
{
    HELD_FREE_OF(HELD)(holder_of(object)->held);
    zval_ptr_dtor(&holder_of(object)->view);
    zend_object_std_dtor(object);
}

/* Makes an object of it. */
static inline holder *hold(zval *object, zend_class_entry *class, HELD *held)
{
    object_init_ex(object, class);
    self(object)->held = held;
    return self(object);
}

/* What the object holds, or NULL and an Error: an error handler that runs while a constructor reads its arguments can
 * get hold of the object before there is anything in it. */
static inline HELD *alive(const zval *object)
{
    HELD *held = self(object)->held;
    if (UNEXPECTED(!held)) {
        php_wxseal_throw_error("%s has not been constructed", ZSTR_VAL(Z_OBJCE_P(object)->name));
    }
    return held;
}

/* Says whether a constructor may go on. */
static inline bool is_new(const zval *object)
{
    if (self(object)->held) {
        php_wxseal_throw_error("%s has been constructed already", ZSTR_VAL(Z_OBJCE_P(object)->name));
        return false;
    }
    return true;
}

static void init_holder(zend_class_entry *class)
{
    class->create_object = create;
    memcpy(&handlers, zend_get_std_object_handlers(), sizeof(handlers));
    handlers.offset = XtOffsetOf(holder, object);
    handlers.free_obj = free_object;
    /* Nobody needs a second one: it never changes, and another variable is enough to share it. */
    handlers.clone_obj = NULL;
    /* To PHP, objects without properties would all be equal. */
    handlers.compare = zend_objects_not_comparable;
}
