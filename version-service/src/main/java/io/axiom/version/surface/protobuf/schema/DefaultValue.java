package io.axiom.version.surface.protobuf.schema;

import io.axiom.version.surface.protobuf.syntax.Numbers;
import io.axiom.version.surface.protobuf.syntax.OptionValue;
import java.math.BigDecimal;
import java.math.BigInteger;

/** The value a reader sees when a field is absent. */
public sealed interface DefaultValue {
    /** For people. */
    String display();

    /** Whether it is what the type has anyway. */
    boolean isZero();

    /** Whether readers see the same; types may differ, that is another rule's concern. */
    boolean sameAs(DefaultValue other);

    /** Of a string or bytes field: its bytes, one character each. */
    record Text(String bytes) implements DefaultValue {
        @Override
        public String display() {
            return "\"" + new OptionValue(OptionValue.Kind.STRING, bytes).display() + "\"";
        }

        @Override
        public boolean isZero() {
            return bytes.isEmpty();
        }

        @Override
        public boolean sameAs(DefaultValue other) {
            return equals(other);
        }
    }

    /** Of an integer, bool or enum field; an enum value is its number. */
    record Whole(BigInteger number, String display) implements DefaultValue {
        static Whole of(String text) {
            String magnitude = text.startsWith("-") ? text.substring(1) : text;
            BigInteger value = new BigInteger(
                    Long.toUnsignedString(Numbers.unsigned(magnitude).orElse(0)));
            return new Whole(text.startsWith("-") ? value.negate() : value, text);
        }

        @Override
        public boolean isZero() {
            return number.signum() == 0;
        }

        @Override
        public boolean sameAs(DefaultValue other) {
            return switch (other) {
                case Whole whole -> number.equals(whole.number);
                case Floating floating -> floating.sameAs(this);
                case Text text -> false;
                case EnumName name -> false;
            };
        }
    }

    /** Of a float or double field. */
    record Floating(double number, boolean single) implements DefaultValue {
        static Floating of(String text, boolean single) {
            double value = switch (text) {
                case "inf" -> Double.POSITIVE_INFINITY;
                case "-inf" -> Double.NEGATIVE_INFINITY;
                case "nan", "-nan" -> Double.NaN;
                default -> parse(text);
            };
            return new Floating(single ? (float) value : value, single);
        }

        private static double parse(String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                return Whole.of(text).number().doubleValue();
            }
        }

        @Override
        public String display() {
            return single ? Float.toString((float) number) : Double.toString(number);
        }

        @Override
        public boolean isZero() {
            return number == 0;
        }

        @Override
        public boolean sameAs(DefaultValue other) {
            return switch (other) {
                case Floating floating ->
                    single != floating.single
                            ? Float.compare((float) number, (float) floating.number) == 0
                            : number == floating.number || (Double.isNaN(number) && Double.isNaN(floating.number));
                case Whole whole ->
                    Double.isFinite(number) && new BigDecimal(number).compareTo(new BigDecimal(whole.number())) == 0;
                case Text text -> false;
                case EnumName name -> false;
            };
        }
    }

    /** Of an enum whose numbers are not known. */
    record EnumName(String display) implements DefaultValue {
        @Override
        public boolean isZero() {
            return false;
        }

        @Override
        public boolean sameAs(DefaultValue other) {
            return equals(other);
        }
    }
}
