using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PayPage.Data.Conversions;

/// <summary>A list of small things as one text. Lists are replaced, never changed in place, so two are the same when they are the same object.</summary>
internal sealed class JsonList<T>() : ValueConverter<IReadOnlyList<T>, string>(
    list => JsonSerializer.Serialize(list, JsonSerializerOptions.Default),
    text => JsonSerializer.Deserialize<List<T>>(text, JsonSerializerOptions.Default)!);    // we wrote it

internal sealed class SameList<T>() : ValueComparer<IReadOnlyList<T>>(
    (left, right) => ReferenceEquals(left, right), list => list.Count, list => list);
