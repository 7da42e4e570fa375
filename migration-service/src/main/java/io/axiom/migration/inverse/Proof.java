package io.axiom.migration.inverse;

import java.util.List;

/**
 * What going there and back on a scratch database has shown.
 *
 * @param proven the schema was the same again and every row was there
 * @param failures why not: what differed, or which statement was refused; empty when proven
 * @param remarks what a reader should know although it is proven, such as columns in another order
 * @param rows how many rows were there to be lost
 */
public record Proof(boolean proven, List<String> failures, List<String> remarks, int rows) {
    public Proof {
        failures = List.copyOf(failures);
        remarks = List.copyOf(remarks);
    }
}
