import { infiniteQueryOptions, useSuspenseInfiniteQuery, type QueryKey } from '@tanstack/react-query'
import type { Page } from './types'

/** A list that is read page by page, along the `next` address that each page gives. */
export function pagedQuery<T>(
  queryKey: QueryKey,
  read: (cursor: string | undefined) => Promise<Page<T>>,
) {
  return infiniteQueryOptions({
    queryKey,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => read(pageParam),
    getNextPageParam: (page) => cursorIn(page.next),
  })
}

export function cursorIn(next: string | null | undefined): string | undefined {
  if (!next) return undefined
  return new URL(next, window.location.origin).searchParams.get('cursor') ?? undefined
}

/** All of a list that is shown whole, page after page. */
export async function allOf<T>(read: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = []
  let cursor: string | undefined
  do {
    const page = await read(cursor)
    items.push(...page.items)
    cursor = cursorIn(page.next)
  } while (cursor)
  return items
}

export function usePaged<T>(query: ReturnType<typeof pagedQuery<T>>) {
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(query)
  return {
    items: data.pages.flatMap((page) => page.items),
    more: hasNextPage ? () => void fetchNextPage() : undefined,
    busy: isFetchingNextPage,
  }
}
