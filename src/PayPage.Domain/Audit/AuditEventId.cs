namespace PayPage.Domain.Audit;

public readonly record struct AuditEventId(Guid Value)
{
    public static AuditEventId New(IdSource ids) => new(ids.Next());

    public override string ToString() => $"evt_{Value:N}";
}
