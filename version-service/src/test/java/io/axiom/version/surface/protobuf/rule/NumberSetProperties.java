package io.axiom.version.surface.protobuf.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.version.surface.protobuf.syntax.NumberRange;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Sets of ranges behave as sets of numbers. */
class NumberSetProperties {
    @Property(tries = 300)
    void theRestIsWhatIsInOneAndNotInTheOther(
            @ForAll("ranges") List<NumberRange> one, @ForAll("ranges") List<NumberRange> other) {
        NumberSet rest = NumberSet.of(NumberSet.of(one).without(other));

        IntStream.rangeClosed(0, 45)
                .forEach(number -> assertThat(rest.contains(number)).isEqualTo(in(one, number) && !in(other, number)));
    }

    @Example
    void theEndsOfAllNumbersDoNotOverflow() {
        NumberRange all = new NumberRange(Integer.MIN_VALUE, Integer.MAX_VALUE);

        assertThat(NumberSet.of(List.of(all)).without(List.of(all))).isEmpty();
        assertThat(NumberSet.of(List.of(all)).without(List.of(new NumberRange(0, Integer.MAX_VALUE))))
                .containsExactly(new NumberRange(Integer.MIN_VALUE, -1));
    }

    private static boolean in(List<NumberRange> ranges, int number) {
        return ranges.stream().anyMatch(range -> range.contains(number));
    }

    @Provide
    Arbitrary<List<NumberRange>> ranges() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 30),
                        Arbitraries.integers().between(0, 12))
                .as((start, length) -> new NumberRange(start, start + length))
                .list()
                .ofMaxSize(6);
    }
}
