package io.axiom.cli.deployment;

import io.axiom.cli.http.Problem;
import io.axiom.cli.http.ProblemException;
import io.axiom.language.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A deployment written down: the fields of {@code startDeployment}, as JSON or YAML. */
final class DeploymentFile {
    private DeploymentFile() {}

    static ObjectNode read(Path file) {
        try {
            if (Files.size(file) > Json.MAX_DOCUMENT) {
                throw problem(file, "It is larger than " + Json.MAX_DOCUMENT + " bytes.");
            }
            String text = Files.readString(file);
            String name = file.toString().toLowerCase(Locale.ROOT);
            JsonNode tree = name.endsWith(".yaml") || name.endsWith(".yml")
                    ? YAMLMapper.shared().readTree(text)
                    : Json.mapper().readTree(text);
            if (tree instanceof ObjectNode fields) {
                return fields;
            }
            throw problem(file, "It is not an object with fields.");
        } catch (JacksonException e) {
            String at =
                    e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ')';
            throw problem(file, e.getOriginalMessage() + at);
        } catch (IOException e) {
            throw problem(file, Files.exists(file) ? e.getClass().getSimpleName() : "There is no such file.");
        }
    }

    private static ProblemException problem(Path file, String why) {
        return new ProblemException(Problem.local(
                "cli.file-unreadable",
                file + " could not be read.",
                why,
                "A deployment file is JSON such as {\"component\": \"shop-agent\", \"version\": \"1.1.0\","
                        + " \"environmentId\": \"production\", \"strategy\": \"blue-green\"}."));
    }
}
