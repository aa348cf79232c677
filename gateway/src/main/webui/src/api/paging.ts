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

export function usePaged<T>(query: ReturnType<typeof pagedQuery<T>>) {
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(query)
  return {
    items: data.pages.flatMap((page) => page.items),
    more: hasNextPage ? () => void fetchNextPage() : undefined,
    busy: isFetchingNextPage,
  }
}
