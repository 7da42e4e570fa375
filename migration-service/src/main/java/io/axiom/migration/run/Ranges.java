package io.axiom.migration.run;

import io.axiom.migration.database.Engine;
import io.axiom.migration.sql.Lexer;
import io.axiom.migration.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** A statement with the places {@code :from} and {@code :to}; in strings, comments and casts these are not places. */
public final class Ranges {
    private record Place(int start, int end, boolean from) {}

    private final String text;
    private final List<Place> places;

    private Ranges(String text, List<Place> places) {
        this.text = text;
        this.places = places;
    }

    public static Ranges of(Engine engine, String text) {
        List<Place> places = new ArrayList<>();
        if (text.contains(":from") || text.contains(":to")) {
            Lexer lexer = new Lexer(text, engine.dialect().lexis());
            int colon = -1;
            while (lexer.next() != TokenKind.END) {
                boolean from = lexer.is("from");
                if (colon == lexer.start() - 1 && colon >= 0 && (from || lexer.is("to"))) {
                    places.add(new Place(colon, lexer.end(), from));
                }
                colon = lexer.isSymbol(':') ? lexer.start() : -1;
            }
        }
        return new Ranges(text, places);
    }

    boolean any() {
        return !places.isEmpty();
    }

    boolean both() {
        return places.stream().anyMatch(Place::from) && places.stream().anyMatch(place -> !place.from());
    }

    /** With SQL in the places. */
    public String with(String from, String to) {
        StringBuilder filled = new StringBuilder(text.length() + 32);
        int at = 0;
        for (Place place : places) {
            filled.append(text, at, place.start()).append(place.from() ? from : to);
            at = place.end();
        }
        return filled.append(text, at, text.length()).toString();
    }
}
