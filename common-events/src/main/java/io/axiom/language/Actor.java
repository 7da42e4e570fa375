package io.axiom.language;

/** Who asked: an authenticated name and the role it acted in. Text form: {@code name;ROLE}. */
public record Actor(String name, Role role) {

    /** The actor of an unauthenticated call from loopback in the embedded form. */
    public static final Actor LOCAL = new Actor("local", Role.ADMIN);

    public Actor {
        if (name.isBlank() || name.length() > 200 || name.indexOf(';') >= 0) {
            throw new IllegalArgumentException("An actor's name has 1 to 200 characters and no ';'");
        }
    }

    public static Actor service(String name) {
        return new Actor(name, Role.SERVICE);
    }

    /** Reads the text form. */
    public static Actor parse(String text) {
        int separator = text.lastIndexOf(';');
        if (separator < 1) {
            throw new IllegalArgumentException("An actor is written name;ROLE");
        }
        return new Actor(text.substring(0, separator), Role.valueOf(text.substring(separator + 1)));
    }

    @Override
    public String toString() {
        return name + ';' + role;
    }
}
