package dev.enfilade.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Odd values, shown to reader and schema: what one of them takes, an editor and a start must not disagree about. */
class SchemaAgreementTest {

    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(ConfigSchema.text());

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limits: {streams: '8080'}",
                "limits: {streams: \"007\"}",
                "limits: {queue: 0}",
                "limits: {body: 1B}",
                "limits: {body: 010MiB}",
                "limits: ",
                "limits: {}",
                "limits: {body: }",
                "features: {}",
                "features: ",
                "features: []",
                "auth: {keys-file: }",
                "auth: {}",
                "cache: {responses: {ttl: }}",
                "allow-open: 1",
                "allow-open: '0'",
                "allow-open: 'TRUE'",
                "allow-open: True",
                "listen: 127.0.0.1:65535",
                "listen: ':00080'",
                "listen: localhost",
                "listen: '[::1]:0'",
                "listen: '::1'",
                "heartbeat: 0s",
                "drain: {delay: 0ms}",
                "keep-alive: -1",
                "keep-alive: '-1'",
                "keep-alive: 90",
                "keep-alive: 5m",
                "retry: {budget: 0%}",
                "backends: {main: {url: 'http://a:65535/v1'}}",
                "backends: {main: {url: 'HTTPS://a.example./v1/'}}",
                "backends: {main: {url: 'http://[::1]:8080'}}",
                "backends: {main: {url: 'http://10.0.0.255'}}",
                "backends: {main: {url: 'http://a', headers: {X-Host: b}}}",
                "backends: {main: {url: 'http://a', headers: {Hosts: 7}}}",
                "backends: {main: {url: 'http://a', headers: 'X-A=1,X-B=a=b'}}",
                "backends: {main: {url: 'http://a', headers: }}",
                "backends: ",
                "models: {a: 7}",
                "models: {a: {model: true, hidden: 0}}",
                "models: {a: {capabilities: completion}}",
                "models: {a: {capabilities: 'completion, tools,'}}",
                "models: {a: {options: {defaults: {temperature: 0.5, stop: [a, 7, true]}}}}",
                "fallbacks: {a: b, c: [d, e]}",
                "hosts: a.example",
                "hosts: []",
                "hosts: 'a.example,b.example'",
                "cors: {origins: ['https://*.example.com', 'null', '*']}",
                "catalog: {context: 999999999}"
            })
    void whatTheReaderTakesTheSchemaTakes(String yaml) throws IOException {
        Deployment deployment = new Deployment(folder).yaml(yaml);

        assertThatCode(deployment::shown).doesNotThrowAnyException();
        assertThat(objections(yaml)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limits: {streams: '0'}",
                "limits: {streams: '8e3'}",
                "limits: {streams: ''}",
                "limits: {streams: -1}",
                "limits: {streams: 10000000000}",
                "limits: {body: 0MiB}",
                "limits: {body: 00B}",
                "limits: {body: 7}",
                "limits: {body: [1MiB]}",
                "features: {x: true}",
                "features: true",
                "auth: {keys-file: keys}",
                "ui: {enabled: false}",
                "allow-open: 'yes'",
                "allow-open: 2",
                "allow-open: ''",
                "listen: 127.0.0.1:65536",
                "listen: 127.0.0.1:99999",
                "listen: ''",
                "listen: 'a b'",
                "listen: 'http://a'",
                "listen: '[::1'",
                "cache: {models: 0s}",
                "breaker: {open: 0ms}",
                "keep-alive: 1.5",
                "keep-alive: 99999999999",
                "keep-alive: always",
                "retry: {budget: 101%}",
                "retry: {budget: 5}",
                "backends: {main: {url: 'http://a:65536'}}",
                "backends: {main: {url: 'http://a:port'}}",
                "backends: {main: {url: 'http://a_b/v1'}}",
                "backends: {main: {url: 'http://'}}",
                "backends: {main: {url: 'http:///v1'}}",
                "backends: {main: {url: 'http://a/{model}'}}",
                "backends: {main: {url: 'http://a/%zz'}}",
                "backends: {main: {url: 'http://me:pw@a'}}",
                "backends: {main: {url: 'http://a', headers: {Host: b}}}",
                "backends: {main: {url: 'http://a', headers: {hOST: b}}}",
                "backends: {main: {url: 'http://a', headers: {Transfer-Encoding: b}}}",
                "backends: {main: {url: 'http://a', headers: {a b: c}}}",
                "backends: {main: {url: 'http://a', headers: {a: }}}",
                "backends: {main: {url: 'http://a', headers: nonsense}}",
                "backends: {main: {url: 'http://a', headers: '=b'}}",
                "backends: {main: {url: 'http://a', key: ''}}",
                "models: {a: {capabilities: 'completion, tols'}}",
                "models: {a: {capabilities: 7}}",
                "models: {a: {capabilities: [completion, null]}}",
                "models: {a: {options: {defaults: {temprature: 0.5}}}}",
                "fallbacks: {a: {b: c}}",
                "hosts: [[a]]",
                "hosts: [null]",
                "hosts: 'a b'",
                "cors: {origins: ['https://*.*.example.com']}",
                "cors: {origins: ['ftp://a']}"
            })
    void whatTheReaderRefusesTheSchemaRefuses(String yaml) throws IOException {
        Deployment deployment = new Deployment(folder).yaml(yaml);

        assertThatThrownBy(deployment::shown).isInstanceOf(ConfigException.class);
        assertThat(objections(yaml)).isNotEmpty();
    }

    private static List<String> objections(String yaml) throws JsonProcessingException {
        return SCHEMA.validate(new YAMLMapper().readTree(yaml)).stream()
                .map(Object::toString)
                .toList();
    }
}
