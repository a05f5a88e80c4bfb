using Microsoft.EntityFrameworkCore;
using PayPage.Domain;
using PayPage.Domain.Invoices;
using PayPage.Unit.Support;
using PayPage.UseCases;
using PayPage.UseCases.Invoices;
using static PayPage.UseCases.Invoices.WriteNote.Outcome;

namespace PayPage.Unit.UseCases.Invoices;

public sealed class WriteNoteTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_note_keeps_its_lines_and_loses_what_is_invisible()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(10_00, number: "N-1");

        Assert.Equal(Written, await WriteAsync(world, "  Called her.\r\nShe pays on \u202eFriday. "));

        Assert.Equal("Called her.\nShe pays on Friday.", await world.ReadAsync(db => db.InvoiceNotes.Select(n => n.Text).SingleAsync(Ct)));
    }

    [Fact]
    public async Task What_is_no_note_is_refused_with_its_reason()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(10_00, number: "N-1");
        var (stranger, _) = await world.MerchantAsync();

        Assert.Equal(Empty, await WriteAsync(world, " \u200b "));
        Assert.Equal(Empty, await WriteAsync(world, null));
        Assert.Equal(TooLong, await WriteAsync(world, new string('a', InvoiceNote.TextLength + 1)));
        Assert.Equal(HoldsACardNumber, await WriteAsync(world, "Her card: 4242 4242 4242 4242"));
        Assert.Equal(NoSuchInvoice, await WriteAsync(world, "Mine?", caller: stranger));
        Assert.Equal(0, await world.ReadAsync(db => db.InvoiceNotes.CountAsync(Ct)));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_same_form_sent_twice_writes_one_note(string kind)
    {
        await using var world = await World.CreateAsync(kind);
        await world.InvoiceAsync(10_00, number: "N-1");
        var id = InvoiceNoteId.New(world.Get<IdSource>());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => WriteAsync(world, "Once.", id), Ct)));

        Assert.All(outcomes, outcome => Assert.Equal(Written, outcome));
        Assert.Equal(1, await world.ReadAsync(db => db.InvoiceNotes.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_form_that_comes_back_with_other_words_is_no_repetition()
    {
        await using var world = await World.CreateAsync();
        await world.InvoiceAsync(10_00, number: "N-1");
        var id = InvoiceNoteId.New(world.Get<IdSource>());

        Assert.Equal(Written, await WriteAsync(world, "Once.", id));
        Assert.Equal(WrittenOther, await WriteAsync(world, "Twice.", id));
        Assert.Equal("Once.", await world.ReadAsync(db => db.InvoiceNotes.Select(n => n.Text).SingleAsync(Ct)));
    }

    private static Task<WriteNote.Outcome> WriteAsync(World world, string? text, InvoiceNoteId? id = null, Caller? caller = null) =>
        world.UseAsync<WriteNote, WriteNote.Outcome>(write =>
            write.HandleAsync("N-1", id ?? InvoiceNoteId.New(world.Get<IdSource>()), text, caller ?? world.Caller, Ct));
}
