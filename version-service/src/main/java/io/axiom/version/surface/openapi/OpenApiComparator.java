package io.axiom.version.surface.openapi;

import io.axiom.language.version.surface.SurfaceComparison;
import io.axiom.language.version.surface.SurfaceKind;
import io.axiom.version.surface.SurfaceComparator;
import io.axiom.version.surface.openapi.document.Document;
import io.axiom.version.surface.openapi.document.DocumentReader;
import io.axiom.version.surface.openapi.rule.Lifecycle;
import io.axiom.version.surface.openapi.rule.Report;
import io.axiom.version.surface.openapi.schema.SchemaGraph;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Compares two OpenAPI 3.0 or 3.1 documents, JSON or YAML. Every change has a rule id, a place such as
 * {@code GET /pets#/responses/200/content/application~1json/schema} and a sentence. Texts that only describe, and
 * extensions that mean nothing here, are no changes. Documents that cannot be compared are refused:
 * {@code surface.malformed}, {@code surface.not-openapi}, {@code surface.too-large}, {@code surface.too-deep},
 * {@code surface.too-complex}, {@code surface.external-reference}, {@code surface.reference-not-found},
 * {@code surface.reference-loop}.
 */
public final class OpenApiComparator implements SurfaceComparator {
    private final OpenApiOptions options;
    private final InstantSource clock;

    /** With the default options and the system's date, which sunset dates are compared with. */
    public OpenApiComparator() {
        this(OpenApiOptions.defaults(), InstantSource.system());
    }

    public OpenApiComparator(OpenApiOptions options, InstantSource clock) {
        this.options = options;
        this.clock = clock;
    }

    @Override
    public SurfaceKind kind() {
        return SurfaceKind.OPENAPI;
    }

    @Override
    public SurfaceComparison compare(String previous, String current) {
        Document before = DocumentReader.read(previous, "previous");
        if (previous.equals(current)) {
            return SurfaceComparison.of(List.of());
        }
        Document after = DocumentReader.read(current, "current");
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Lifecycle lifecycle = new Lifecycle(today, options.betaDays(), options.stableDays(), options.threshold());
        Report report = new Report(options::judge);
        Comparison comparison = new Comparison(
                before, after, lifecycle, report, new SchemaGraph(before, after, options.flattensAllOf()));
        new DocumentComparison(comparison).compare();
        return SurfaceComparison.of(report.changes());
    }
}
