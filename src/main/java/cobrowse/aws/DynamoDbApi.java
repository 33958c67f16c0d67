package cobrowse.aws;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;

/** DynamoDB, API version 2012-08-10. */
@Path("/")
@Consumes(DynamoDbApi.JSON)
@Produces(DynamoDbApi.JSON)
interface DynamoDbApi {
    String JSON = "application/x-amz-json-1.0";

    @POST
    @ClientHeaderParam(name = "X-Amz-Target", value = "DynamoDB_20120810.PutItem")
    Uni<String> putItem(PutItem input);

    @POST
    @ClientHeaderParam(name = "X-Amz-Target", value = "DynamoDB_20120810.GetItem")
    Uni<String> getItem(GetItem input);

    @POST
    @ClientHeaderParam(name = "X-Amz-Target", value = "DynamoDB_20120810.DeleteItem")
    Uni<String> deleteItem(DeleteItem input);
}
