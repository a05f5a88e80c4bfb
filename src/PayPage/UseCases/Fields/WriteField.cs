using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain.Invoices.Fields;

namespace PayPage.UseCases.Fields;

/// <summary>A merchant adds a field to his invoices, changes it, or takes it away. What stands on invoices stays as it was when it was written.</summary>
internal sealed class WriteField(PayPageDbContext db, WriteSeam write, TimeProvider clock)
{
    /// <summary>Sent twice, the second is refused: no two fields are called the same.</summary>
    public Task<Outcome> AddAsync(FieldText text, IReadOnlyDictionary<string, string> faults, Caller caller, CancellationToken ct) =>
        JudgeAsync(text, faults, put => write.RunAsync((unit, token) => AddAsync(unit, put, caller, token), ct));

    /// <summary>All of it is said anew; may be repeated.</summary>
    public async Task<Outcome> ChangeAsync(long number, FieldText text, IReadOnlyDictionary<string, string> faults, Caller caller, CancellationToken ct) =>
        await db.FieldDefinitions.AnyAsync(f => f.MerchantId == caller.MerchantId && f.Number == number, ct)    // before what was written is judged: nobody learns anything of another's
            ? await JudgeAsync(text, faults, put => write.RunAsync((unit, token) => ChangeAsync(unit, number, put, caller, token), ct))
            : new Outcome.NoSuchField();

    /// <returns>False where this merchant has no such field (any more).</returns>
    public Task<bool> RemoveAsync(long number, Caller caller, CancellationToken ct) => write.RunAsync(
        async (unit, token) => await unit.Db.FieldDefinitions.Where(f => f.MerchantId == caller.MerchantId && f.Number == number).ExecuteDeleteAsync(token) == 1, ct);

    private static Task<Outcome> JudgeAsync(FieldText text, IReadOnlyDictionary<string, string> faults, Func<Action<FieldDefinition>, Task<Outcome>> save)
    {
        var typed = new TypedFields();

        foreach (var (field, message) in faults)
        {
            typed.Refuse(field, message);
        }

        var put = ReadField.Of(text, typed);
        return typed.AreSound ? save(put) : Task.FromResult<Outcome>(new Outcome.Faulty(typed.Faults));
    }

    private async Task<Outcome> AddAsync(Unit unit, Action<FieldDefinition> put, Caller caller, CancellationToken ct)
    {
        // First the merchant's row: whoever adds one at the same time waits here, and is counted.
        await unit.Db.Merchants.Where(m => m.Id == caller.MerchantId).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.LastFieldNumber, m => m.LastFieldNumber + 1).SetProperty(m => m.Version, m => m.Version + 1), ct);
        var there = await unit.Db.FieldDefinitions.AsNoTracking().Where(f => f.MerchantId == caller.MerchantId).Select(f => new { f.Label, f.Position }).ToListAsync(ct);

        if (there.Count >= FieldDefinition.MostPerMerchant)
        {
            return new Outcome.TooMany();
        }

        var field = new FieldDefinition
        {
            MerchantId = caller.MerchantId,
            Number = await unit.Db.Merchants.Where(m => m.Id == caller.MerchantId).Select(m => m.LastFieldNumber).SingleAsync(ct),
            Kind = FieldKind.Text,
            Label = "",
            Position = there.Select(f => f.Position).DefaultIfEmpty(0).Max() + 1,
            CreatedAt = clock.GetUtcNow(),
        };
        put(field);

        if (there.Exists(f => IsSame(f.Label, field.Label)))
        {
            return LabelTaken();
        }

        unit.Db.FieldDefinitions.Add(field);
        return new Outcome.Written(field.Number);
    }

    private static async Task<Outcome> ChangeAsync(Unit unit, long number, Action<FieldDefinition> put, Caller caller, CancellationToken ct)
    {
        var fields = await unit.Db.FieldDefinitions.Where(f => f.MerchantId == caller.MerchantId).ToListAsync(ct);

        if (fields.Find(f => f.Number == number) is not { } field)
        {
            return new Outcome.NoSuchField();
        }

        put(field);

        if (fields.Exists(other => other != field && IsSame(other.Label, field.Label)))
        {
            unit.Db.Entry(field).State = EntityState.Detached;    // nothing is written
            return LabelTaken();
        }

        return new Outcome.Written(field.Number);
    }

    private static bool IsSame(string label, string other) => label.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static Outcome.Faulty LabelTaken() =>
        new(new Dictionary<string, string> { [nameof(FieldText.Label)] = "Another field is called so already. Call it otherwise: people could not tell them apart." });

    internal abstract record Outcome
    {
        private Outcome()
        {
        }

        internal sealed record Written(long Number) : Outcome;

        /// <summary>Nothing was written.</summary>
        /// <param name="Messages">What is wrong and what to do, by the names of <see cref="FieldText"/>.</param>
        internal sealed record Faulty(IReadOnlyDictionary<string, string> Messages) : Outcome;

        internal sealed record TooMany : Outcome;

        internal sealed record NoSuchField : Outcome;
    }
}
