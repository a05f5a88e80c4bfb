using Microsoft.AspNetCore.Mvc;
using PayPage.Api.Description;
using PayPage.Api.Description.Shapes;

namespace PayPage.Api.Batches;

internal static class BatchRoutes
{
    private const string Csv = "text/csv";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapBatches(this RouteGroupBuilder api)
    {
        var batches = api.MapGroup("").WithTags("Batches");

        batches.MapPost("/batches", BatchesApi.UploadAsync).WithMetadata(new RequestSizeLimitAttribute(BatchesApi.MostBytes))
            .Named("uploadBatch", "Send a file of invoices", "The body is the CSV file itself. It is read and judged; nothing is made before it is processed.")
            .Takes<string>(Csv).Gives<Batch>(StatusCodes.Status202Accepted)
            .Asks("reference", "Your name for the file, to ask for it after a lost answer.").Asks("name", "What the file is called.")
            .Asks("delimiter", "comma, semicolon, tab or bar.").Asks("encoding", "utf-8, utf-16 or windows-1252.").Asks("decimal", "point or comma.")
            .Asks("dates", "ymd, dmy or mdy.").Asks("amounts", "major or minor.");
        batches.MapMethods("/batches", Reading, BatchesApi.FindAsync).Named("findBatch", "A file by your own reference").Gives<Batch>();
        batches.MapMethods("/batches/{id}", Reading, BatchesApi.ShowAsync).Named("getBatch", "A file, and how far it is").Gives<Batch>();
        batches.MapDelete("/batches/{id}", BatchesApi.DiscardAsync).Named("discardBatch", "Discard a file of which nothing was made").Gives<Batch>();
        batches.MapMethods("/batches/{id}/rows", Reading, BatchesApi.RowsAsync).Named("listBatchRows", "Rows and what became of them, 50 at a time").Gives<BatchRows>();
        batches.MapMethods("/batches/{id}/results.csv", Reading, BatchesApi.ResultsAsync).Named("getBatchResults", "All rows and what became of them, as a file").GivesFile(Csv);
        batches.MapPost("/batches/{id}/process", BatchesApi.ProcessAsync).Named("processBatch", "Make the invoices").Gives<Batch>(StatusCodes.Status202Accepted).Gives<Batch>();
    }
}
