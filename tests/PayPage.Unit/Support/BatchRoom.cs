using System.Text;
using Microsoft.EntityFrameworkCore;
using PayPage.Domain.Batches;
using PayPage.Domain.Team;
using PayPage.UseCases;
using PayPage.UseCases.Batches;

namespace PayPage.Unit.Support;

/// <summary>Files of invoices in a test's world: uploaded, and worked on until nothing is left to do.</summary>
internal static class BatchRoom
{
    public const string Header = "invoice_number,customer_name,customer_email,amount,currency,due_date,description\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Good rows, each with a number and a customer of its own.</summary>
    public static string Rows(int count, int from = 1) => string.Concat(Enumerable.Range(from, count).Select(i => $"B-{i:D6},Customer {i},c{i}@example.com,{i}.50,EUR,2027-01-31,Flowers {i}\n"));

    public static Task<BatchReceipt> SendAsync(this World world, string text, Caller? caller = null, string? reference = null, BatchDoor door = BatchDoor.Office) =>
        world.SendAsync(Encoding.UTF8.GetBytes(text), caller, reference, door);

    public static Task<BatchReceipt> SendAsync(this World world, byte[] bytes, Caller? caller = null, string? reference = null, BatchDoor door = BatchDoor.Office) =>
        world.UseAsync<TakeBatch, BatchReceipt>(take => take.HandleAsync(
            new BatchUpload(reference, "invoices.csv", door, null, door == BatchDoor.Office ? new FileFormat() : FileFormat.OfMachines),
            bytes.Chunk(70_000).Select(piece => (ReadOnlyMemory<byte>)piece).ToAsyncEnumerable(),
            caller ?? world.Caller,
            Ct));

    /// <summary>Uploads, and works until it was judged or needs somebody.</summary>
    public static async Task<Batch> JudgedAsync(this World world, string text, Caller? caller = null, string? reference = null)
    {
        var taken = Assert.IsType<BatchReceipt.Taken>(await world.SendAsync(text, caller, reference));
        await world.WorkAsync();
        return await world.BatchAsync(taken.Id);
    }

    /// <summary>The same, and has its good rows made.</summary>
    public static async Task<Batch> MadeAsync(this World world, string text, Caller? caller = null)
    {
        var batch = await world.JudgedAsync(text, caller);
        Assert.Equal(DecideBatch.Outcome.Done, await world.ProcessAsync(batch, caller));
        await world.WorkAsync();
        return await world.BatchAsync(batch.Id);
    }

    public static Task<DecideBatch.Outcome> ProcessAsync(this World world, Batch batch, Caller? caller = null, bool onlyWhole = false, bool atOnce = true) =>
        world.UseAsync<DecideBatch, DecideBatch.Outcome>(decide => decide.ProcessAsync(batch.Id, onlyWhole, atOnce, caller ?? world.Caller, Ct));

    public static async Task WorkAsync(this World world)
    {
        while (await world.UseAsync<WorkOnBatch, bool>(work => work.ReadNextAsync(Ct)) | await world.UseAsync<WorkOnBatch, bool>(work => work.GoOnAsync(Ct)))
        {
        }
    }

    public static Task<Batch> BatchAsync(this World world, BatchId id) => world.ReadAsync(db => db.Batches.AsNoTracking().SingleAsync(b => b.Id == id, Ct));

    public static Task<List<BatchRow>> RowsAsync(this World world, BatchId id) =>
        world.ReadAsync(db => db.BatchRows.AsNoTracking().Where(r => r.BatchId == id).OrderBy(r => r.Line).ToListAsync(Ct));

    /// <summary>Every row is accounted for, and the file's own figures say the same as its rows.</summary>
    public static async Task AssertAddsUpAsync(this World world, Batch batch)
    {
        var rows = await world.RowsAsync(batch.Id);
        int Of(BatchRowState state) => rows.Count(row => row.State == state);
        int Heads(params BatchRowState[] states) => rows.Count(row => row.IsHead && states.Contains(row.State));

        Assert.Equal(
            (rows.Count, Of(BatchRowState.Good), Of(BatchRowState.Bad), Of(BatchRowState.Created), Of(BatchRowState.Rejected), Of(BatchRowState.Waiting)),
            (batch.Rows, batch.GoodRows, batch.BadRows, batch.CreatedRows, batch.RejectedRows, batch.WaitingRows));
        Assert.Equal(
            (Heads(BatchRowState.Good, BatchRowState.Created, BatchRowState.Rejected), Heads(BatchRowState.Bad), Heads(BatchRowState.Created)),
            (batch.GoodInvoices, batch.BadInvoices, batch.CreatedInvoices));
        Assert.All(rows, row => Assert.Equal(row.State is BatchRowState.Bad or BatchRowState.Rejected, row.Faults.Count > 0));
        Assert.Equal(Heads(BatchRowState.Created), await world.ReadAsync(db => db.Invoices.CountAsync(i => i.BatchId == batch.Id, Ct)));
    }

    /// <returns>A colleague who looks after the merchant, with a mail address.</returns>
    public static async Task<UserId> AdministratorAsync(this World world, string email, Role role = Role.Admin)
    {
        var id = Guid.NewGuid();
        await using var db = world.Database.Open();
        db.Users.Add(new PayPage.Data.Users.OfficeUser { Id = id, Name = "Ada", Email = email, NormalizedEmail = email.ToUpperInvariant(), UserName = email, NormalizedUserName = email.ToUpperInvariant(), SecurityStamp = "s", CreatedAt = world.Clock.GetUtcNow() });
        db.Memberships.Add(new Membership { MerchantId = world.Caller.MerchantId, UserId = new UserId(id), Role = role, CreatedAt = world.Clock.GetUtcNow() });
        await db.SaveChangesAsync(Ct);
        return new UserId(id);
    }
}
