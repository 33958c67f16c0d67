package cobrowse.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import io.quarkus.amazon.lambda.runtime.FunctionError;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;

/**
 * Lets direct invocations through the Lambda extension, whose poll loop reads and writes everything as one type: the
 * extension's mapper is a copy of the application's, so what is customised here holds there.
 */
@Singleton
class LambdaMapper implements ObjectMapperCustomizer {
    /** Far more than any event of API Gateway has. */
    private static final long MOST_TOKENS = 10_000;

    @Override
    public void customize(ObjectMapper mapper) {
        // A tree of tiny nodes takes a hundred times the memory of its text: a few megabytes would end the container.
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxTokenCount(MOST_TOKENS)
                        .build());
        mapper.registerModule(new SimpleModule("lambda")
                .addSerializer(FunctionError.class, new FunctionErrorSerializer())
                .setDeserializerModifier(new BeanDeserializerModifier() {
                    @Override
                    public JsonDeserializer<?> modifyDeserializer(
                            DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> standard) {
                        return bean.getBeanClass() == APIGatewayV2HTTPEvent.class
                                ? new EventDeserializer(standard)
                                : standard;
                    }
                })
                .setSerializerModifier(new BeanSerializerModifier() {
                    @Override
                    @SuppressWarnings("unchecked")
                    public JsonSerializer<?> modifySerializer(
                            SerializationConfig config, BeanDescription bean, JsonSerializer<?> standard) {
                        return bean.getBeanClass() == APIGatewayV2HTTPResponse.class
                                ? new AnswerWriter((JsonSerializer<Object>) standard)
                                : standard;
                    }
                }));
    }

    private static class AnswerWriter extends JsonSerializer<Object> {
        private final JsonSerializer<Object> standard;

        AnswerWriter(JsonSerializer<Object> standard) {
            this.standard = standard;
        }

        @Override
        public void serialize(Object value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (value instanceof DirectEvent.Answer answer) {
                json.writeTree(answer.json);
            } else {
                standard.serialize(value, json, provider);
            }
        }
    }
}
