using PayPage.Unit.Support;
using PayPage.UseCases.Previews;

namespace PayPage.Unit.UseCases.Previews;

public sealed class NothingIsWrittenTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_previews_of_all_states_leave_every_table_as_it_was_and_send_nothing()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(100_00, number: "SAVED", phone: "+31612345678");
        await world.InvoiceAsync(100_00, number: "DRAFT", publish: false);
        var before = await world.ReadAsync(db => DatabaseDump.OfAsync(db, Ct));
        Assert.Contains("SAVED", before, StringComparison.Ordinal);

        foreach (var state in Enum.GetValues<PreviewState>())
        {
            PreviewWish[] wishes =
            [
                new() { State = state, Number = "SAVED" }, new() { State = state, Number = "DRAFT" }, new() { State = state },
                new() { State = state, Fields = PreviewRoom.Form },
                new() { State = state, Fields = new Dictionary<string, string> { ["Color"] = "#102030", ["MailSubject"] = "Yours: {{ invoice_number }}" } },
            ];

            foreach (var wish in wishes)
            {
                await world.StateAsync(wish);
                await world.MailAsync(wish);
                await world.TextAsync(wish);
                await world.PaperAsync(wish);
                Assert.NotNull(world.Get<SealPreview>().Share(wish, world.Caller));
            }
        }

        Assert.Equal(before, await world.ReadAsync(db => DatabaseDump.OfAsync(db, Ct)));
        Assert.Empty(world.Mail.Sent);
        Assert.Empty(world.Texts.Sent);
        Assert.Empty(world.Processor.Opened);
    }
}
