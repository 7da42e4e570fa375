package io.axiom.version.surface.jar;

import japicmp.model.JApiCompatibilityChangeType;
import java.util.Locale;

/** japicmp's kinds of change in words that follow the name of what changed. */
final class ChangeWords {
    private ChangeWords() {}

    static String of(JApiCompatibilityChangeType type) {
        return switch (type) {
            case ANNOTATION_DEPRECATED_ADDED -> "is deprecated now";
            case CLASS_REMOVED -> "was removed";
            case CLASS_NOW_ABSTRACT -> "is abstract now and cannot be instantiated";
            case CLASS_NOW_NOT_EXTENDABLE -> "can no longer be extended";
            case CLASS_NO_LONGER_PUBLIC -> "is no longer public";
            case CLASS_TYPE_CHANGED -> "became another kind of type";
            case CLASS_NOW_CHECKED_EXCEPTION -> "is a checked exception now, which callers must handle";
            case CLASS_LESS_ACCESSIBLE -> "is less accessible";
            case CLASS_GENERIC_TEMPLATE_CHANGED -> "has other type parameters";
            case CLASS_GENERIC_TEMPLATE_GENERICS_CHANGED -> "has type parameters with other bounds";
            case SUPERCLASS_REMOVED -> "no longer extends its superclass";
            case SUPERCLASS_ADDED -> "extends another class";
            case SUPERCLASS_MODIFIED_INCOMPATIBLE -> "extends another class, which does not fit the old one";
            case INTERFACE_REMOVED -> "no longer implements an interface";
            case METHOD_REMOVED -> "was removed; callers get NoSuchMethodError";
            case METHOD_REMOVED_IN_SUPERCLASS -> "no longer inherits a method that its superclass lost";
            case METHOD_LESS_ACCESSIBLE -> "is less accessible";
            case METHOD_LESS_ACCESSIBLE_THAN_IN_SUPERCLASS -> "is less accessible than the method it overrides";
            case METHOD_IS_STATIC_AND_OVERRIDES_NOT_STATIC -> "is static and hides an instance method";
            case METHOD_RETURN_TYPE_CHANGED -> "returns another type";
            case METHOD_RETURN_TYPE_COVARIANT_CHANGED ->
                "returns a subtype of what it returned; old callers still link";
            case METHOD_RETURN_TYPE_GENERICS_CHANGED -> "returns other generics";
            case METHOD_PARAMETER_GENERICS_CHANGED -> "takes other generics";
            case METHOD_NOW_ABSTRACT -> "is abstract now";
            case METHOD_NOW_FINAL -> "is final now and cannot be overridden";
            case METHOD_NOW_STATIC -> "is static now";
            case METHOD_NO_LONGER_STATIC -> "is no longer static";
            case METHOD_NOW_VARARGS -> "takes any number of arguments now";
            case METHOD_NO_LONGER_VARARGS -> "no longer takes any number of arguments";
            case METHOD_NOW_NATIVE -> "is native now";
            case METHOD_ADDED_TO_INTERFACE -> "is new and abstract; who implements the interface does not have it";
            case METHOD_ABSTRACT_ADDED_TO_CLASS -> "is new and abstract; who extends the class does not have it";
            case METHOD_ABSTRACT_ADDED_IN_SUPERCLASS ->
                "inherits a new abstract method; who extends it does not have it";
            case METHOD_ABSTRACT_ADDED_IN_IMPLEMENTED_INTERFACE ->
                "inherits a new abstract method of an interface; who extends it does not have it";
            case METHOD_DEFAULT_ADDED_IN_IMPLEMENTED_INTERFACE -> "inherits a new default method";
            case METHOD_NOW_THROWS_CHECKED_EXCEPTION -> "throws a checked exception now, which callers must handle";
            case METHOD_NO_LONGER_THROWS_CHECKED_EXCEPTION ->
                "no longer throws a checked exception; a catch clause for it may not compile";
            case METHOD_MOVED_TO_SUPERCLASS -> "is inherited now";
            case METHOD_ABSTRACT_NOW_DEFAULT -> "has a default now, which may clash with another";
            case METHOD_NON_STATIC_IN_INTERFACE_NOW_STATIC -> "is static now";
            case METHOD_STATIC_IN_INTERFACE_NO_LONGER_STATIC -> "is no longer static";
            case FIELD_REMOVED -> "was removed; users get NoSuchFieldError";
            case FIELD_REMOVED_IN_SUPERCLASS -> "no longer inherits a field that its superclass lost";
            case FIELD_LESS_ACCESSIBLE -> "is less accessible";
            case FIELD_LESS_ACCESSIBLE_THAN_IN_SUPERCLASS -> "hides an inherited field and is less accessible";
            case FIELD_STATIC_AND_OVERRIDES_STATIC -> "hides an inherited static field";
            case FIELD_TYPE_CHANGED -> "has another type";
            case FIELD_GENERICS_CHANGED -> "has other generics";
            case FIELD_NOW_FINAL -> "is final now and cannot be assigned";
            case FIELD_NOW_STATIC -> "is static now";
            case FIELD_NO_LONGER_STATIC -> "is no longer static";
            case FIELD_NOW_TRANSIENT -> "is transient now";
            case FIELD_NO_LONGER_TRANSIENT -> "is no longer transient";
            case FIELD_NOW_VOLATILE -> "is volatile now";
            case FIELD_NO_LONGER_VOLATILE -> "is no longer volatile";
            case CONSTRUCTOR_REMOVED -> "was removed; callers get NoSuchMethodError";
            case CONSTRUCTOR_LESS_ACCESSIBLE -> "is less accessible";
            default -> "changed: " + type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
